/** Put in by the build. */
declare const __APPLICATION__: string;

/** The name and the version of the app, as an export names it. */
export const application = __APPLICATION__;
