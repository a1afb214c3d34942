const webpack = require("webpack");
const config = require("../../webpack.config");

/** Builds dist/ once before the browser tests, as `npm run build` does. */
module.exports = function buildPages() {
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
};
