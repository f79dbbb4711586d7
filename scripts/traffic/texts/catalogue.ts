/** What played people say without a hand-written conversation. The texts are short and fit nearly any request. */

export const FIRST_ANSWERS: readonly string[] = [
  "Thanks for writing. I've opened your record and I'm looking at it now.",
  "Good that you ask. I can see what you mean; give me a moment to check.",
  "I'm sorry about the trouble. Let me look into this with you.",
  "Hello, I've read your message and have your account in front of me.",
  "Thank you for the clear description. I'm checking this right away.",
  "I understand. Let me see what happened on our side first.",
  "Thanks for your patience. I'm on it.",
  "Let me find this for you, it takes only a minute.",
];

export const INFORMATION_QUESTIONS: readonly string[] = [
  "Could you tell me since when this has been so?",
  "Do you see a message or a number on the screen when it happens?",
  "Which date does it concern, and is it the first time?",
  "Did you try it on another device or in another place?",
  "Would you tell me the last four characters of the reference that you were given?",
  "May I ask whether anything changed shortly before, a new phone or address perhaps?",
  "Is the e-mail address that we have still the right one for you?",
  "Roughly what time of day was it?",
];

export const INFORMATION_ANSWERS: readonly string[] = [
  "Since Tuesday, I think. It was fine last week.",
  "No number, only a grey page. Then it goes back to the start.",
  "It's the first time. Monday, around noon.",
  "Tried it on my partner's phone, the same there.",
  "Yes, nothing has changed, all is as it was.",
  "The reference ends in 4K7C.",
  "I got a new phone two weeks ago, could that be it?",
  "About half past eight in the evening.",
  "no idea sorry, I only noticed it today",
];

export const SOLUTIONS: readonly string[] = [
  "Found it: the setting on our side was stuck. I've corrected it, and it should be right within a few minutes.",
  "That is done. You'll see the change the next time you open your overview.",
  "I've passed it on with everything that you told me, and it will be finished by tomorrow evening.",
  "It was indeed our mistake. I've put it right and noted it on your record.",
  "You don't have to do anything more; it is booked, and you'll get a confirmation by e-mail.",
  "I've sent you the instructions with pictures. The second step is the one that matters.",
  "It works as it should now, I've just tested it. Thank you for telling us.",
  "I've cancelled the old one and started anew. That takes two working days, no longer.",
];

export const THANKS: readonly string[] = [
  "Great, thank you!",
  "ok thanks, that was quick",
  "Perfect, that's all I needed.",
  "Thank you very much, have a good day.",
  "Works again. Thanks.",
  "I see. Thanks for explaining.",
];

export const CLOSING_WORDS: readonly string[] = [
  "You're welcome. I'm closing this now; just write here if anything comes up.",
  "Glad it works. Have a good day!",
  "My pleasure. You can come back to this conversation at any time.",
  "Thank you, too. All the best!",
];

export const INSIDE_QUESTIONS: readonly string[] = [
  "Customer reports this for the second time. Do you see anything on your side?",
  "Is there a known fault today that I may not have heard of?",
  "Can we make an exception here, or does it need an approval?",
  "Who may release this? The limit is above mine.",
  "Would you look at this before I answer? Something doesn't fit.",
];

export const INSIDE_ANSWERS: readonly string[] = [
  "Known since this morning, fix is rolling out. Don't promise a time.",
  "Looked at it: nothing unusual, go ahead.",
  "Exception is fine up to the usual amount. Note my name with it.",
  "Released. Please keep the reason internal.",
  "Second case from that batch. We replace without asking.",
];

export const RATING_COMMENTS: readonly string[] = [
  "Quick and friendly.",
  "Took a while, but solved in the end.",
  "Very clear explanation.",
  "I had to say it twice.",
];
