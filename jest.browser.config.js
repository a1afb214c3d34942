/** The built pages in Chromium; the build runs first. `npm run test:browser`. */
const base = require("./jest.config");

module.exports = {
  ...base,
  roots: ["<rootDir>/test/browser"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/test/browser/prepare.js",
  testTimeout: 120_000,
  maxWorkers: 1,
};
