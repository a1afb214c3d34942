const { policies } = jest.requireActual<{ policies(officeOrigin: string): Record<string, string> }>("../scripts/contentPolicy.js");
const { headerFiles } = jest.requireActual<{ headerFiles(policies: Record<string, string>): Record<string, string> }>(
  "../scripts/serverHeaders.js",
);

const CDN = "https://appsforoffice.microsoft.com";

test.each(["nginx.conf", "apache.htaccess", "headers.json"])("%s gives the policies of the pages, and who may frame them", (name) => {
  const pages = policies("");
  const text = headerFiles(pages)[name];
  expect(text).toContain(`${pages["index.html"]}; frame-ancestors 'none'`);
  expect(text).toContain(`${pages["taskpane.html"]}; frame-ancestors 'self' https://*.officeapps.live.com`);
});

test("web.config gives the same policies", () => {
  const pages = policies("");
  const text = headerFiles(pages)["web.config"].replaceAll("&amp;", "&");
  expect(text).toContain(`value="${pages["index.html"]}; frame-ancestors 'none'"`);
  expect(text).toContain(`value="${pages["taskpane.html"]}; frame-ancestors 'self'`);
});

test("nothing but the page's own site is allowed, no inline script and no eval; the pane alone may load Office.js from elsewhere", () => {
  const pages = policies(CDN);
  for (const policy of Object.values(pages)) {
    expect(policy.startsWith("default-src 'none'; ")).toBe(true);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:\/\/(?!appsforoffice)/);
  }
  expect(pages["taskpane.html"]).toContain(CDN);
  expect(pages["index.html"]).not.toContain(CDN);
});
