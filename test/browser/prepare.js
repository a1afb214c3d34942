const webpack = require("webpack");
const config = require("../../webpack.config");
const { launchBrowser } = require("./launchBrowser.ts");

/** Once before the browser tests: builds dist/ as `npm run build` does, and finds a browser, so that no two tests unpack one at once. */
module.exports = async function prepare() {
  const browser = await launchBrowser();
  await browser.close();
  await new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
};
