import backchannel from "../../messages/en/backchannel.json";
import board from "../../messages/en/board.json";
import conversation from "../../messages/en/conversation.json";
import errors from "../../messages/en/errors.json";
import queue from "../../messages/en/queue.json";
import settings from "../../messages/en/settings.json";
import setup from "../../messages/en/setup.json";
import shell from "../../messages/en/shell.json";
import signIn from "../../messages/en/signIn.json";
import states from "../../messages/en/states.json";
import ui from "../../messages/en/ui.json";

/** The languages with a message catalogue. The first one is the default. */
export const LOCALES = ["en"] as const;

export type AppLocale = (typeof LOCALES)[number];

const en = { backchannel, board, conversation, errors, queue, settings, setup, shell, signIn, states, ui };

/** The English catalogue defines the keys: it is the type of all catalogues and of every `t("…")`. */
export type AppMessages = typeof en;

const CATALOGUES: Record<AppLocale, AppMessages> = { en };

/** All texts of the console in one language. */
export function messagesIn(locale: AppLocale): AppMessages {
  return CATALOGUES[locale];
}
