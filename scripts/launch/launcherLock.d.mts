import type { LauncherLock } from "./command";

export declare function takeLauncherLock(): LauncherLock;
export declare function runningServerPort(): number | undefined;
