import "./styles/base.css";
import "./styles/frame.css";
import "./styles/timeline.css";
import "./styles/requests.css";
import "./styles/controls.css";
import "./styles/composer.css";
import "./styles/skeleton.css";
import "./styles/forcedColors.css";
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
