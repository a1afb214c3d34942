/** Tests that need LibreOffice; they fail where it is missing. Run by `npm run test:office`. */
module.exports = { ...require("./jest.config.js"), testMatch: ["**/office/**/*.office.ts"], testTimeout: 180_000 };
