/**
 * Traditional characters of names and headings in their simplified form. Only for suggestions and headings: two factories whose
 * names differ in this way are never taken for one.
 */
const TRADITIONAL =
  "廠電機鐵鋼礦區縣鎮齊爾濱雙鴨鶴綏樺龍黑東華興農業製造車輛軸齒輪螺絲釘鑄鍛銅鋁錫鋅鎢銲焊鑽鉗鋸鏈條繩纜線圈開關變壓發動馬達閥門泵壓縮鍋爐儀錶錶計量設備項類別產品規格圖號單價總數額協議書長遠舊聯繫電話備註貨運輸鐵路綫廣場國營聯營紅團結勝豐樂業織紡縫紉醫藥學橋樑鎖鑰檢驗熱處理滾彈簧劃術級態報廳員會審責";
const SIMPLIFIED =
  "厂电机铁钢矿区县镇齐尔滨双鸭鹤绥桦龙黑东华兴农业制造车辆轴齿轮螺丝钉铸锻铜铝锡锌钨焊焊钻钳锯链条绳缆线圈开关变压发动马达阀门泵压缩锅炉仪表表计量设备项类别产品规格图号单价总数额协议书长远旧联系电话备注货运输铁路线广场国营联营红团结胜丰乐业织纺缝纫医药学桥梁锁钥检验热处理滚弹簧划术级态报厅员会审责";

const bySign = new Map(Array.from(TRADITIONAL, (sign, i) => [sign, SIMPLIFIED[i]] as const).filter(([sign, plain]) => sign !== plain));

export function simplified(text: string): string {
  let plain = "";
  for (const sign of text) plain += bySign.get(sign) ?? sign;
  return plain;
}
