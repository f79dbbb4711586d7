import { type ComponentProps, type ReactNode, useSyncExternalStore } from "react";
import { classes } from "./classes";
import { Spinner } from "./states/Spinner";

export type ButtonLook = "primary" | "secondary" | "ghost" | "danger" | "internal";
export type ButtonSize = "compact" | "default" | "touch";

export type ButtonProps = ComponentProps<"button"> & {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Shows a spinner and ignores presses. The button keeps the focus. */
  isBusy?: boolean;
};

const LOOK: Record<ButtonLook, string> = {
  primary: "bg-accent text-on-accent not-aria-disabled:hover:bg-accent-hover border-transparent",
  secondary: "bg-surface text-fg border-line-control not-aria-disabled:hover:bg-hover",
  ghost: "bg-transparent text-fg-2 border-transparent not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-fg",
  danger: "bg-bad-solid text-on-solid border-transparent not-aria-disabled:hover:brightness-95",
  internal: "bg-internal-solid text-on-solid border-transparent not-aria-disabled:hover:brightness-95",
};

const SIZE: Record<ButtonSize, string> = {
  compact: "h-7 px-2 gap-1 text-table pointer-touch:h-11 pointer-touch:px-3",
  default: "h-8 px-3 gap-1.5 text-body pointer-touch:h-11",
  touch: "h-10 px-4 gap-2 text-body pointer-touch:h-11",
};

/**
 * A button. Its look tells the weight of the action; there is never more than one primary button in a place. A form
 * cannot be submitted before the page's scripts run: the browser would leave the page with what was typed.
 */
export function Button(props: ButtonProps) {
  const { look = "secondary", size = "default", icon, isBusy = false, disabled, className, children, ...rest } = props;
  const isRefused = isBusy || disabled === true;
  const isScripted = useIsScripted();
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.type === "submit" && !isScripted}
      // A disabled button would lose the focus and its tooltip; aria-disabled keeps both.
      aria-disabled={isRefused || undefined}
      aria-busy={isBusy || undefined}
      onClick={isRefused ? (event) => event.preventDefault() : rest.onClick}
      className={classes(
        "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-control border font-medium",
        "transition-colors aria-disabled:opacity-55",
        LOOK[look],
        SIZE[size],
        className,
      )}
    >
      {isBusy ? <Spinner /> : icon}
      {children}
    </button>
  );
}

const subscribeToNothing = () => () => {};

/** False in a document from the server until its scripts run. */
const useIsScripted = () =>
  useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
