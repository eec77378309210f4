import { normalise } from './normalise.ts';

/** A place as people write it, and the wider areas that cover it. */
const places: [names: string[], within: string[]][] = [
  [['germany', 'german', '德国'], ['eu']],
  [['france', 'french', '法国'], ['eu']],
  [['italy', '意大利'], ['eu']],
  [['spain', '西班牙'], ['eu']],
  [['netherlands', 'holland', '荷兰'], ['eu']],
  [['ireland', '爱尔兰'], ['eu']],
  [['austria', '奥地利'], ['eu']],
  [['poland', '波兰'], ['eu']],
  [['sweden', '瑞典'], ['eu']],
  [['belgium', '比利时'], ['eu']],
  [['portugal', '葡萄牙'], ['eu']],
  [['eu', 'europe', 'european union', '欧盟', '欧洲'], ['abroad']],
  [['uk', 'britain', 'england', 'united kingdom', 'london', '英国'], ['abroad']],
  [['us', 'usa', 'america', 'united states', 'california', 'new york', '美国'], ['abroad']],
  [['canada', '加拿大'], ['abroad']],
  [['switzerland', '瑞士'], ['abroad']],
  [['norway', '挪威'], ['abroad']],
  [['japan', '日本'], ['abroad']],
  [['korea', '韩国'], ['abroad']],
  [['singapore', '新加坡'], ['abroad']],
  [['malaysia', '马来西亚'], ['abroad']],
  [['thailand', '泰国'], ['abroad']],
  [['australia', '澳大利亚', '澳洲'], ['abroad']],
  [['new zealand', '新西兰'], ['abroad']],
  [['brazil', '巴西'], ['abroad']],
  [['russia', '俄罗斯'], ['abroad']],
  [['india', '印度'], ['abroad']],
  [['mexico', '墨西哥'], ['abroad']],
  [['dubai', 'uae', '迪拜', '阿联酋'], ['abroad']],
  [['south africa', 'africa', '南非', '非洲'], ['abroad']],
  [['hong kong', '香港'], ['abroad']],
  [['macau', '澳门'], ['abroad']],
  [['taiwan', '台湾'], ['abroad']],
  [['xinjiang', '新疆'], ['remote']],
  [['tibet', '西藏'], ['remote']],
  [['inner mongolia', '内蒙古', '内蒙'], ['remote']],
  [['qinghai', '青海'], ['remote']],
  [['ningxia', '宁夏'], ['remote']],
  [['remote area', 'remote region', '偏远地区', '偏远'], []],
  [['beijing', '北京'], ['domestic']],
  [['shanghai', '上海'], ['domestic']],
  [['guangzhou', '广州'], ['domestic']],
  [['shenzhen', '深圳'], ['domestic']],
  [['chengdu', '成都'], ['domestic']],
  [['domestic', 'mainland', '国内', '大陆'], []],
  [['abroad', 'overseas', 'international', 'internationally', 'foreign', '国外', '海外', '国际', '境外'], []],
];
const areaNames: Record<string, string> = {
  eu: 'eu',
  abroad: 'abroad',
  remote: 'remote area',
  domestic: 'domestic',
};

const byName = new Map<string, { key: string; within: string[] }>();
for (const [names, within] of places) {
  for (const name of names)
    byName.set(name, { key: names[0] as string, within: within.map((area) => areaNames[area] as string) });
}
const latin = [...byName.keys()].filter((name) => /^[a-z ]+$/.test(name)).sort((a, b) => b.length - a.length);
const pattern = new RegExp(
  `(?<![a-z])(?:${latin.join('|')})(?![a-z])|${[...byName.keys()].filter((name) => !latin.includes(name)).join('|')}`,
  'gu',
);

/** The places a text names, by their English key. The pronoun "us" is only a country in capitals or after "the". */
export function placesIn(text: string): Set<string> {
  const plain = normalise(
    text.replace(/\bus\b/g, (word, at: number) => (/\bthe $/i.test(text.slice(0, at)) ? word : ' ')),
  );
  const found = new Set<string>();
  for (const [name] of plain.matchAll(pattern)) found.add(byName.get(name)?.key as string);
  return found;
}

/** Whether what is said of `stated` places holds for `asked`: the place itself, an area it lies in, at most two steps up. */
export function coversPlace(stated: Set<string>, asked: string): boolean {
  if (stated.has(asked)) return true;
  return (byName.get(asked)?.within ?? []).some(
    (area) => stated.has(area) || (byName.get(area)?.within ?? []).some((wider) => stated.has(wider)),
  );
}
