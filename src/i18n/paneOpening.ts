/** What stands on the page where the pane itself could not open or broke down. */
import type { Text } from "./language";

export type NotOpened = "no office" | "no excel" | "no answer" | "incomplete site" | "broke down";

export const notOpenedTexts: Readonly<Record<NotOpened, Text>> = {
  "no office": {
    "zh-CN": "Office 的组件（office.js）没有装上：可能是网络或防火墙挡住了。工作簿没有动。",
    en: "Office's own part (office.js) did not load; a network or firewall may block it. The workbook is untouched.",
  },
  "no excel": {
    "zh-CN": "这一页要在 Excel 里打开。",
    en: "This page belongs inside Excel.",
  },
  "no answer": {
    "zh-CN": "Excel 没有回答。工作簿没有动；请等一会儿，或再试一次。",
    en: "Excel does not answer. The workbook is untouched; wait a little, or try again.",
  },
  "incomplete site": {
    "zh-CN": "程序的文件没有取全：网站可能不完整，或者网络断了。工作簿没有动。",
    en: "The program's files did not all arrive: the site may be incomplete or the network down. The workbook is untouched.",
  },
  "broke down": {
    "zh-CN": "窗格出了故障，停下来了。您填的表都没有动。",
    en: "The pane broke down and has stopped. Your own sheets are untouched.",
  },
};

export const openAgain: Text = { "zh-CN": "重新打开", en: "Open again" };
export const withoutExcel: Text = { "zh-CN": "不用 Excel：打开网页版", en: "Without Excel: open the page" };
