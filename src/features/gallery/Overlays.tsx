"use client";

import { Archive } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/fields/TextField";
import { Dialog, type DialogProps } from "@/ui/overlays/Dialog";
import { Menu } from "@/ui/overlays/Menu";
import type { MenuItem } from "@/ui/overlays/menuItem";
import { Popover } from "@/ui/overlays/Popover";
import { Tooltip } from "@/ui/overlays/Tooltip";
import { useToast } from "@/ui/overlays/useToast";
import { Tabs } from "@/ui/Tabs";
import { Room, Specimen } from "./Specimen";

const PLACEMENTS = ["center", "top", "sheet"] as const;
const TABS = [
  { id: "customer", label: "Customer", panel: <p>To the customer</p> },
  { id: "internal", label: "Backchannel", isInternal: true, panel: <p>Among us</p> },
];
const none = () => undefined;
const ITEMS: MenuItem[] = [
  { kind: "heading", id: "heading", label: "Request" },
  { id: "archive", label: "Archive", icon: <Archive className="size-4" />, keys: "e", onSelect: none },
  { id: "disabled", label: "Not now", isDisabled: true, onSelect: none },
  { kind: "separator", id: "line" },
  {
    kind: "choices",
    id: "state",
    value: "open",
    options: [
      { value: "open", label: "Open" },
      { value: "closed", label: "Closed", hint: "asks for a rating" },
    ],
    onChoose: none,
  },
  { id: "delete", label: "Delete", isDanger: true, onSelect: none },
];

/** Shows what opens over a page, each with a button that opens it. */
export function Overlays() {
  const [placement, setPlacement] = useState<DialogProps["placement"] | null>(null);
  const [tab, setTab] = useState("customer");
  const toast = useToast();
  return (
    <Room title="Overlays">
      <Specimen name="Dialog">
        {PLACEMENTS.map((each) => (
          <Button key={each} onClick={() => setPlacement(each)}>{`Dialog, ${each}`}</Button>
        ))}
        <Dialog
          isOpen={placement !== null}
          onOpenChange={() => setPlacement(null)}
          title="Hand over"
          description="The customer is told nothing of it."
          placement={placement ?? "center"}
          footer={
            <Button look="primary" onClick={() => setPlacement(null)}>
              Hand over
            </Button>
          }
          onSubmit={() => setPlacement(null)}
        >
          <TextField label="To" />
        </Dialog>
      </Specimen>
      <Specimen name="Menu, Popover, Tooltip, toast">
        <Menu trigger={<Button>Menu</Button>} items={ITEMS} />
        <Popover trigger={<Button>Popover</Button>} title="Tags">
          <TextField label="Tag" />
        </Popover>
        <Tooltip content="Sends the reply" keys="mod+enter">
          <Button>Tooltip</Button>
        </Tooltip>
        <Button
          onClick={() =>
            toast.show({ title: "Closed", description: "LUM-2041", action: { label: "Undo", onAction: none } })
          }
        >
          Toast
        </Button>
      </Specimen>
      <Specimen name="Tabs">
        <Tabs label="Channels" tabs={TABS} active={tab} onChange={setTab} />
      </Specimen>
    </Room>
  );
}
