"use client";

import { Send } from "lucide-react";
import { Button, type ButtonLook, type ButtonSize } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Room, Specimen } from "./Specimen";

const LOOKS: readonly ButtonLook[] = ["primary", "secondary", "ghost", "danger", "internal"];
const SIZES: readonly ButtonSize[] = ["compact", "default", "touch"];
const ICON = <Send className="size-4" />;

/** Shows buttons in every look, size and state. */
export function Buttons() {
  return (
    <Room title="Buttons">
      {LOOKS.map((look) => (
        <Specimen key={look} name={`Button, ${look}`}>
          {SIZES.map((size) => (
            <Button key={size} look={look} size={size}>
              {`${look} ${size}`}
            </Button>
          ))}
          <Button look={look} icon={ICON}>
            With icon
          </Button>
          <Button look={look} disabled>
            Disabled
          </Button>
          <Button look={look} isBusy>
            Busy
          </Button>
        </Specimen>
      ))}
      <Specimen name="IconButton">
        {SIZES.map((size) => (
          <IconButton key={size} label={`Send, ${size}`} icon={ICON} size={size} />
        ))}
        <IconButton label="Send, with keys" icon={ICON} keys="mod+enter" />
        <IconButton label="Send, disabled" icon={ICON} disabled />
        <IconButton label="Send, plain" icon={ICON} isPlain />
      </Specimen>
    </Room>
  );
}
