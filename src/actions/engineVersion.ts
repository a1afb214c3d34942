/** The version that the Run record and the JSON result name; the same as in package.json. */
export const ENGINE_VERSION = "1.0.0";
