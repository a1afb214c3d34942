/** Help of the verbs by which offices share. */
import type { Text } from "./language";

export const sharingHelp: Readonly<Record<"submit" | "collect" | "return" | "receive", Text>> = {
  submit: {
    "zh-CN": `上报：把平衡过的工作簿里没有解决的需要、可转出的自制任务和剩余能力做成上报表。原工作簿不改动。

用法：npm run cli -- submit 工作簿-balanced.xlsx [--out 上报表.xlsx] [--own 本单位.xlsx] [--to 单位] [--office 单位]
      [--contacts] [--explain "规则 表 单元格=说明"]… [--time 时间] [--lang zh-CN|en]

  --out 上报表.xlsx   不写时为原文件旁边的“上报表_单位_会议_v版次.xlsx”
  --own 本单位.xlsx   记着已上报内容的副本，以后接着用它；不写时为“工作簿-submitted.xlsx”
  --to，--office      封面没有写报送、填报单位时用
  --contacts          连工厂联系人一起上报
  --explain           说明一个“说明”级的问题，可写多次；检查结果表“解释”栏里写的也算
退出码：0 完成 · 1 程序故障 · 2 用法不对，或文件不能读写 · 3 还不能上报（必改、待说明、未平衡或平衡后改过；不写文件）
`,
    en: `Submits: what a balanced workbook could not settle, the in-house work that may be handed over and the capacity that remains,
as a workbook for the office above. IN is never written.

Usage: npm run cli -- submit IN-balanced.xlsx [--out FILE.xlsx] [--own OWN.xlsx] [--to OFFICE] [--office OFFICE]
       [--contacts] [--explain "RULE SHEET CELL=text"]… [--time TIME] [--lang zh-CN|en]

  --out FILE.xlsx     the submission; otherwise submission_OFFICE_ROUND_vN.xlsx beside IN
  --own OWN.xlsx      the copy of IN that remembers what was sent, to go on with; otherwise IN-submitted.xlsx
  --to, --office      where the Cover names no addressee or office
  --contacts          send the factories' contacts too
  --explain           explains one “explain” problem, any number of times; what stands on the Problems sheet counts too
Exit status: 0 done · 1 a fault of the program · 2 wrong usage, or a file that cannot be read or written · 3 nothing can be submitted yet
(something must be fixed or explained, or the balance is missing or old; nothing is written)
`,
  },
  collect: {
    "zh-CN": `汇总下级的上报表：一次可以收很多份，一份有问题不影响其余。没有平衡过的下级工作簿也收，先代为平衡。
填了意见的下达表也收：各单位只收自己一方的意见，改了别处的逐格列出，不收。

用法：npm run cli -- collect 工作簿.xlsx 上报表.xlsx… [--out 输出.xlsx] [--slips 文件夹] [--json 文件|-] [--lang zh-CN|en]

  --out 输出.xlsx     不写时为“工作簿-collected.xlsx”；只写“上报…”、未谈妥、答复意见、下级已议定、审核说明和收表情况各表
  --slips 文件夹      退回单放在哪里；不写时与输出同一文件夹
  --json 文件|-       另写一份 JSON：每份文件的结果
退出码：0 全部收下（或重复、已有更高版次） · 1 程序故障 · 2 用法不对，或工作簿不能读写 · 3 有退回的（其余照收，退回单已写）
`,
    en: `Collects what lower offices submitted, many files at once; one bad file never stops the rest. A workbook that was never
balanced is taken too, and balanced first. So is a return with replies: each office's own side is taken, other changes are told by cell.

Usage: npm run cli -- collect IN.xlsx FILE.xlsx… [--out OUT.xlsx] [--slips FOLDER] [--json FILE|-] [--lang zh-CN|en]

  --out OUT.xlsx      otherwise IN-collected.xlsx; only the Received sheets, Rejections, Replies, Settled below,
                      Explanations and Submissions are written
  --slips FOLDER      where return slips go; otherwise beside OUT
  --json FILE|-       also write what became of each file as JSON
Exit status: 0 every file was taken (or is a duplicate or superseded) · 1 a fault of the program · 2 wrong usage, or IN cannot be read or
OUT written · 3 some were refused (the rest was taken; their return slips are written)
`,
  },
  return: {
    "zh-CN": `下达：平衡以后给每个上报的下级做一份下达表，装进文件夹或一个压缩包。原工作簿不改动。

用法：npm run cli -- return 工作簿-balanced.xlsx [--out 文件夹|压缩包.zip] [--lang zh-CN|en]

  --out               不写时为原文件旁边的“工作簿-returns”文件夹
退出码：0 完成 · 1 程序故障 · 2 用法不对，或文件不能读写 · 3 还不能下达（未平衡、平衡后改过、上级未下达）
`,
    en: `Returns: after the balance, a workbook for every office that submitted, in a folder or one .zip. IN is never written.

Usage: npm run cli -- return IN-balanced.xlsx [--out FOLDER|FILE.zip] [--lang zh-CN|en]

  --out               otherwise the folder IN-returns beside IN
Exit status: 0 done · 1 a fault of the program · 2 wrong usage, or a file that cannot be read or written · 3 nothing can be returned yet
(the balance is missing or old, or what went up has not come back)
`,
  },
  receive: {
    "zh-CN": `收下达：把上级的下达表收进本单位的工作簿。备注和自己的列不变；同一份收两次，文件一个字节也不变。

用法：npm run cli -- receive 工作簿.xlsx 下达表.xlsx [--out 输出.xlsx] [--time 时间] [--lang zh-CN|en]

  --out 输出.xlsx     不写时为“工作簿-received.xlsx”
退出码：0 完成 · 1 程序故障 · 2 用法不对，或文件不能读写 · 3 不能收（不是给本单位的、答的是别的版次、内容改动过；不写文件）
`,
    en: `Receives: takes the return of the office above into an office's own workbook. Remarks and columns of its own stay; the same
return taken twice changes no byte.

Usage: npm run cli -- receive IN.xlsx RETURN.xlsx [--out OUT.xlsx] [--time TIME] [--lang zh-CN|en]

  --out OUT.xlsx      otherwise IN-received.xlsx
Exit status: 0 done · 1 a fault of the program · 2 wrong usage, or a file that cannot be read or written · 3 it cannot be taken
(for another office, answers another version, changed on the way; nothing is written)
`,
  },
};
