/**
 * Builds dist/: index.html, the page without Excel, and taskpane.html, the pane in Excel.
 *
 *     OFFICE_JS=https://…/office.js   take Office.js from there; otherwise the copy of @microsoft/office-js is served beside the pages
 *     SITE=https://tools.example/cb   also write dist/manifest.xml for that address
 */
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const webpack = require("webpack");
const { policies } = require("./scripts/contentPolicy");
const { headerFiles } = require("./scripts/serverHeaders");
const { releaseManifest } = require("./scripts/releaseManifest");
const { version } = require("./package.json");

const officeJs = process.env.OFFICE_JS || "office/office.js";
const officeOrigin = /^https:/.test(officeJs) ? new URL(officeJs).origin : "";
const officeFiles = join(__dirname, "node_modules/@microsoft/office-js");

/** The guard says what happened where the rest of a page does not arrive, so it is loaded beside it. */
function page(filename, chunk, office) {
  const options = { office, policy: policies(officeOrigin)[filename] };
  return new HtmlPlugin({ ...options, filename, template: "src/pane/page.html", chunks: ["guard", chunk], minify: false, inject: false });
}

/** The same policy and a few more headers, for the server that gives the pages. */
class ServerHeaders {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("ServerHeaders", (compilation) => {
      compilation.hooks.processAssets.tap("ServerHeaders", () => {
        for (const [name, text] of Object.entries(headerFiles(policies(officeOrigin)))) {
          compilation.emitAsset(`headers/${name}`, new webpack.sources.RawSource(text));
        }
      });
    });
  }
}

/** Of Office.js only what Excel loads: not the other hosts, not the unminified files, not the types. */
const notForExcel = [
  "**/*.debug.js",
  "**/*.ts",
  "**/*-vsdoc.js",
  "**/{access,onenote,outlook,powerpoint,project,word}*.js",
  "**/outlook_strings.js",
];

const copies = [
  { from: "src/pane/pane.css", to: "pane.css" },
  { from: "assets", to: "assets" },
  { from: "LICENSE", to: "LICENSE.txt", toType: "file" },
];
const officeCopies = [
  { from: "dist", context: officeFiles, to: "office", globOptions: { ignore: notForExcel }, info: { minimized: true } },
  { from: "LICENSE.md", context: officeFiles, to: "office/LICENSE.md" },
];

/** The folder of the build would stand in HiGHS otherwise; of ours, webpack itself has to see it, to know the worker by it. */
function ownAddress({ module: { resource } }) {
  return /node_modules/.test(resource) ? "self.location.href" : JSON.stringify(pathToFileURL(resource).href);
}

function manifestCopy(site) {
  const manifest = readFileSync(join(__dirname, "manifest.xml"), "utf8");
  return { from: "manifest.xml", to: "manifest.xml", transform: () => releaseManifest({ manifest, site, version }) };
}

module.exports = {
  mode: "production",
  target: ["web", "es2022"],
  devtool: false,
  entry: { guard: "./src/pane/guard.ts", page: "./src/pane/page.ts", taskpane: "./src/pane/taskpane.ts" },
  output: {
    path: join(__dirname, "dist"),
    filename: "[name].[contenthash:8].js",
    assetModuleFilename: "[name].[contenthash:8][ext]",
    clean: true,
  },
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: "ts-loader",
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
    ],
  },
  optimization: { splitChunks: { chunks: "all", cacheGroups: { default: false } } },
  performance: { hints: false },
  plugins: [
    // HiGHS asks Node for its own modules only where there is a Node.
    new webpack.IgnorePlugin({ resourceRegExp: /^(node:|module$|fs$|path$|crypto$|url$)/, contextRegExp: /highs/ }),
    new webpack.DefinePlugin({ "import.meta.url": webpack.DefinePlugin.runtimeValue(ownAddress) }),
    page("index.html", "page", ""),
    page("taskpane.html", "taskpane", officeJs),
    new ServerHeaders(),
    new CopyPlugin({
      patterns: [...copies, ...(officeOrigin ? [] : officeCopies), ...(process.env.SITE ? [manifestCopy(process.env.SITE)] : [])],
    }),
  ],
};
