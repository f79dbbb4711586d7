// The limit of each input, each in one place. The schemas in this folder enforce it, and screens count by it.
// This file has only constants and no imports, so that pages and the widget do not load schemas.

// Conversation

/** The most signs of a member's message. */
export const MEMBER_MESSAGE_LENGTH_MAX = 10_000;
export const MESSAGES_ASKED_MAX = 100;

// Backchannel

/** The most teams, and the most reps, that are invited at once. */
export const INVITED_AT_ONCE_MAX = 20;
/** The most messages in one excerpt (P4). */
export const EXCERPT_MESSAGES_MAX = 50;
export const BACKCHANNEL_NAME_LENGTH_MAX = 120;
export const DECLINE_REASON_LENGTH_MAX = 500;

// Request

export const SUBJECT_LENGTH_MAX = 200;
export const TAGS_MAX = 20;
export const TAG_LENGTH_MAX = 40;
export const ESCALATION_REASON_LENGTH_MAX = 1_000;
export const REFERENCE_TEXT_LENGTH_MAX = 200;
export const QUEUE_PAGE_SIZE_MAX = 100;
export const QUEUE_CURSOR_LENGTH_MAX = 200;
export const HOLDS_ASKED_MAX = 100;

// Customer

/** The most signs of a customer's message. */
export const CUSTOMER_MESSAGE_LENGTH_MAX = 4_000;
/** The scores of a rating, from the worst to the best (R15). */
export const RATING_SCORES = [1, 2, 3, 4, 5] as const;
export const RATING_COMMENT_LENGTH_MAX = 2_000;
export const WIDGET_KEY_LENGTH_MAX = 100;

// Live

/** A position of many lists is as long as the headers of a request may be. */
export const STREAM_POSITION_LENGTH_MAX = 16 * 1_024;
export const TAB_ID_LENGTH_MAX = 64;

// Classifier

/** The most signs of a text that is tried or imported. */
export const EXAMPLE_TEXT_LENGTH_MAX = 20_000;
export const EXAMPLE_WORDS_LENGTH_MAX = 200;
export const EXAMPLES_CHOSEN_MAX = 500;
export const IMPORTED_ROWS_MAX = 100_000;
export const IMPORTED_BYTES_MAX = 16 * 1_024 * 1_024;
export const TARGET_PRECISION_MIN = 0.5;
export const TARGET_PRECISION_MAX = 0.999;

// Organization

/** The most signs of the name of a person or an organization. */
export const NAME_LENGTH_MAX = 100;
export const EMAIL_LENGTH_MAX = 320;
export const PASSWORD_LENGTH_MIN = 12;
export const PASSWORD_LENGTH_MAX = 128;
export const TIME_ZONE_LENGTH_MAX = 100;
export const DIRECTORY_TEXT_LENGTH_MAX = 100;

// Settings

/** For how long nobody may see a rep on duty. With less than a minute, a beat that comes late would be an absence. */
export const UNSEEN_AWAY_AFTER_MS_MIN = 60_000;
export const UNSEEN_AWAY_AFTER_MS_MAX = 3_600_000;
export const PRESENCE_TEAMS_MAX = 500;
