"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { classes } from "../classes";
import { IconButton } from "../IconButton";
import { isSubmitKey, typeIntoField } from "./dialogKeys";

export type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  isTitleHidden?: boolean;
  description?: ReactNode;
  children: ReactNode;
  /** The buttons at the bottom: cancel first, the action last. */
  footer?: ReactNode;
  /** "sheet" slides in from the start side and is as high as the window. */
  placement?: "center" | "top" | "sheet";
  size?: "small" | "default" | "large";
  initialFocus?: RefObject<HTMLElement | null>;
  /** The main action of the dialog. Ctrl+Enter runs it from anywhere inside, Enter from a field of one line. */
  onSubmit?: () => void;
  /** False if the dialog must be answered: then neither Escape nor a press outside closes it. */
  isDismissible?: boolean;
};

const SIZE = { small: "max-w-sm", default: "max-w-lg", large: "max-w-3xl" };
const PLACEMENT = {
  center: "inset-0 m-auto h-fit max-h-[calc(100dvh-2rem)] rounded-overlay",
  top: "inset-x-0 top-[max(1rem,12dvh)] mx-auto max-h-[76dvh] rounded-overlay",
  sheet: "inset-y-0 inset-s-0 h-dvh rounded-e-overlay data-starting-style:-translate-x-4",
};

/** A modal dialog. The focus moves into it, stays inside, and returns to where it was. */
export function Dialog(props: DialogProps) {
  const {
    isOpen,
    onOpenChange,
    isDismissible = true,
    size = "default",
    placement = "center",
    initialFocus,
    onSubmit,
  } = props;
  const submit = useRef(onSubmit);
  useEffect(() => {
    submit.current = onSubmit;
  });
  return (
    <Base.Root
      open={isOpen}
      onOpenChange={(next) => (next || isDismissible ? onOpenChange(next) : undefined)}
      disablePointerDismissal={!isDismissible}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          {...(initialFocus ? { initialFocus } : {})}
          data-must-answer={isDismissible ? undefined : ""}
          onKeyDown={(event) => {
            typeIntoField(event);
            if (!onSubmit || !isSubmitKey(event)) return;
            event.preventDefault();
            // Wait until the caller has rendered what the key has chosen in a field.
            setTimeout(() => submit.current?.());
          }}
          className={classes(
            "popup fixed z-30 flex w-[calc(100vw-2rem)] flex-col overflow-hidden",
            SIZE[size],
            PLACEMENT[placement],
          )}
        >
          <DialogBody {...props} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function DialogBody({ title, isTitleHidden, description, children, footer, isDismissible = true }: DialogProps) {
  const t = useTranslations("ui");
  return (
    <>
      <header className={classes("flex items-start gap-2 px-4 pt-3", isTitleHidden && "sr-only")}>
        <div className="min-w-0 flex-1 py-1">
          <Base.Title className="text-title">{title}</Base.Title>
          {description ? <Base.Description className="text-table text-fg-2">{description}</Base.Description> : null}
        </div>
        {isDismissible ? (
          <Base.Close
            render={<IconButton isPlain label={t("close")} icon={<X className="size-4" aria-hidden="true" />} />}
          />
        ) : null}
      </header>
      <div className={classes("min-h-0 flex-1 overflow-y-auto", !isTitleHidden && "px-4 py-3")}>{children}</div>
      {footer ? (
        <footer data-keep-clear className="flex flex-wrap justify-end gap-2 border-line border-t px-4 py-3">
          {footer}
        </footer>
      ) : null}
    </>
  );
}
