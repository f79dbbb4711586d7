import { codeText } from "@/domain/text/inputText";

const KEY_LENGTH_MAX = 100;

/** The public key of a widget. */
export const WidgetKey = codeText(KEY_LENGTH_MAX, /^[\w-]+$/);
