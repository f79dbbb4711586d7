// The few words that the host page itself shows; the rest is in the app's catalogue. Constants of their own cost no names.
export const LAUNCHER_TEXT = "Chat with us";
export const UNREAD_TEXT = "unread";
export const DIALOG_TEXT = "Chat";
export const CLOSE_TEXT = "Close chat";
export const LOADING_TEXT = "Loading…";
export const SILENT_TEXT = "The chat did not load. Check your connection.";
export const RETRY_TEXT = "Try again";
