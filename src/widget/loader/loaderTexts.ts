// The few texts on the host page itself. All others are in the app's catalogue. Constants cost no property names.
export const LAUNCHER_TEXT = "Chat with us";
export const UNREAD_TEXT = "unread";
export const DIALOG_TEXT = "Chat";
export const CLOSE_TEXT = "Close chat";
export const LOADING_TEXT = "Loading…";
export const SILENT_TEXT = "The chat did not load. Check your connection.";
export const RETRY_TEXT = "Try again";
