import "./styles.css";
import { render } from "preact";
import { keepTextNodes } from "@/ui/translation/keepTextNodes";
import { App } from "./components/App";
import { startChat } from "./startChat";
import { textColorOn } from "./textColorOn";

keepTextNodes(document);
const started = startChat(document);
if (started) {
  const { style } = document.documentElement;
  style.setProperty("--accent", started.configuration.accent);
  style.setProperty("--on-accent", textColorOn(started.configuration.accent));
  document.title = started.configuration.title;
  render(
    <App {...started} />,
    document.getElementById("app") ?? document.body.appendChild(document.createElement("div")),
  );
}
