import type { HandOffReason } from './reasons.ts';

/**
 * A sign in a normalised message (lower case, simplified): the words, the words that make them mean something else, and
 * those with which a later message takes it back.
 */
export type Sign = {
  reasonCode: HandOffReason;
  rule: string;
  confidence: number;
  when: RegExp;
  unless?: RegExp;
  takenBackBy?: RegExp;
};

const person =
  '(?:(?:a|an|the|some|any|your|one of your)\\s+)?(?:real |live |actual |human |proper )*(?:person|human|human being|agent|representative|rep|operator|advisor|adviser|staff|colleague|customer service(?: rep| agent)?|support(?: agent| person| team)?|someone|somebody|manager|supervisor)';
const wantEnglish =
  '(?:talk|speak|chat|connect me|put me through|transfer me|pass me|hand me over|get me through|escalate(?: this| me)?)\\s+(?:me\\s+)?(?:to|with)';
const noPersonEnglish =
  /\b(?:don'?t|do not|no need|not|without|rather not|never)\b[^.!?]{0,24}\b(?:human|person|agent|someone|rep|representative|talk|speak|transfer|connect)\b|\bno (?:human|agent|person)s?\b(?! (?:is|are|here|available|answers?))/;
const personIsSubject =
  /\b(?:made|crafted|painted|thrown|handmade|carved)\b[^.!?]*\b(?:person|human)\b|\bagent\b[^.!?]{0,16}\b(?:in|of|for) [a-z]+ (?:sell|carry|stock)|(?:real estate|shipping|cleaning|descaling|customs|travel) agent|for (?:a|one|each|per) person|per person|gift for (?:someone|somebody|a person)|someone (?:else|who|i)\b|as a gift (?:for|to) someone/;

const zhPerson =
  '(?:人工(?!智能|费|成本|做|制|养|种|采|合成|湖|降)(?:客服|服务|座席|坐席)?|真人(?!版|秀|大小|照)|活人|客服(?!电话|热线|时间|工作|邮箱|微信|号)(?:人员|小姐姐|小哥)?|在线客服|专员|专人|人类|你们经理|你们主管|你们领导|店长)';
const zhNoPerson =
  /(?:不用|不要|不需要|别|无需|不想|不必|没必要|先别|不是要)(?:再|给我|帮我|麻烦|了)?\s*(?:转|找|叫|接|联系|跟|和)?[^，。！？,.!?]{0,4}(?:人工|真人|客服|专员)/;
const personNoMore =
  /\b(?:don'?t|do not|no longer|no need)\b[^.!?]{0,16}\b(?:human|person|agent|rep|representative)\b/;

/** In order of urgency: the first that fits decides. */
export const signs: readonly Sign[] = [
  {
    reasonCode: 'safety',
    rule: 'injury_or_danger',
    confidence: 0.9,
    when: /触电|漏电|电到(?:我|了|人|孩)|被电了|起火|着火|冒烟|爆炸|炸了|烧起来|(?:烫伤|烫着|烫到|割伤|割到手|划伤|受伤|流血|中毒|过敏了|食物中毒|送医|进医院|去了?医院|急诊)|拉肚子|(?:自杀|不想活|活不下去)|electric shock|electrocuted|caught fire|on fire|(?:it|kettle|base|cable|plug) (?:is |was |started )?(?:smok|spark|burn)ing|exploded?|burn(?:t|ed|s)? (?:me|my|myself|his|her|our|the kid)|scald|injur(?:ed|y)|bleeding|cut (?:my|her|his) (?:hand|finger|lip)|allergic reaction|anaphyla|food poison|emergency room|(?:ended up|i'm|i am|we're|now|taken|rushed|went)[^.!?]{0,12} (?:in|to) (?:the )?hospital|got (?:really |very )?sick|vomit|kill myself|suicid/,
    unless:
      /(?:会不会|会|是否|能不能|可能|容易|怕|防|避免|防止)(?:被)?(?:烫|触电|漏电|过敏|起火|爆)|(?:防|避免|防止)(?:烫|漏电|触电)|\b(?:will|would|could|can|does|do|might|prevent|avoid|protect|safe from)\b[^.!?]*\b(?:burn|scald|shock|explode|injur|allergic)/,
  },
  {
    reasonCode: 'threat',
    rule: 'threat_of_harm',
    confidence: 0.9,
    when: /弄死|砍死|打死你|杀了你|砸了?你们?的?店|烧了你们|找人(?:弄|打|收拾)你|(?:i(?:'ll| will| am going to)|gonna) (?:kill|hurt|beat|find|burn) (?:you|your)|you(?:'ll| will) (?:regret|pay for) this/,
  },
  {
    reasonCode: 'legal_threat',
    rule: 'law_press_or_authority',
    confidence: 0.9,
    when: /(?<!\d)(?:12315|12345)(?!\d)|工商|消协|消费者协会|市场监管|起诉|告你们|法院见|(?:上|去|找)法院|(?:找|请|叫|让|问过|咨询)[^。，,！？]{0,4}律师|律师函|打官司|法律途径|维权|曝光|媒体|报警|举报|我要投诉|要投诉|投诉你|去投诉|投诉到|\b(?:(?:my|our|a) (?:lawyer|attorney|solicitor)s? (?:will|is|has|says|is going)|sue|suing|legal action|court|small claims|trading standards|consumer protection|ombudsman|(?:do|doing|start|file|filing|request|raise|want|get) (?:a |the )?charge ?back|bbb|better business bureau|file a complaint|formal complaint|report you|the police|go public|the press)\b/,
    unless:
      /(?:抖音|淘宝|京东|其他)?(?:律师|法院)(?:送|买|用|朋友|同事|礼物)|(?:送|给)(?:我的|一位|一个)?律师|投诉(?:电话|渠道|邮箱)是|food court|court ?yard|\bfor (?:my|a|our) (?:lawyer|attorney)\b/,
  },
  {
    reasonCode: 'payment_details',
    rule: 'account_or_card_misused',
    confidence: 0.85,
    when: /盗刷|被盗(?:了|用|号)|账号被盗|银行卡被|(?:多|重复|两次|双重)扣(?:款|了|钱|费)|扣了(?:两|2|三|3)(?:次|遍|笔)|cvv|fraudulent|unauthori[sz]ed (?:charge|payment|transaction)|stolen card|hacked|charged (?:me )?(?:twice|two times|double)|double[- ]charged|identity theft/,
    unless: /(?:会不会|会|怕|防)被?盗刷|(?:is it|are they) safe|安全吗|need (?:the |my )?cvv/,
  },
  {
    reasonCode: 'asked_for_person',
    rule: 'asks_for_a_person',
    confidence: 0.95,
    when: new RegExp(
      `^(?:转)?人工(?:客服|服务)?$|^客服$|^真人$|(?:转|找|要|叫|接|换|联系|请|有没有|有|给我|帮我|呼叫|接通|喊|派)[^，。！？,.!?]{0,5}${zhPerson}|${zhPerson}(?:在吗|在不在|有吗|呢|来|出来|处理|帮|接|吧|谢谢|在哪|怎么(?:找|联系|转))|(?:和|跟|同)[^，。！？,.!?]{0,3}${zhPerson}[^，。！？,.!?]{0,4}(?:说|聊|谈|讲|沟通|对话)|(?:人工|真人)客服|人工服务|不(?:想|要)(?:跟|和|同)(?:机器人|ai|机器)|别(?:再)?(?:用|让)机器人|\\b${wantEnglish} ${person}\\b|\\b(?:i (?:want|need|would like|wanna|'d like)|give me|get me|find me|can i (?:get|have)|could i (?:get|have)|let me (?:have|get)|i'd like|please get|is there|are there|any) (?:to (?:talk|speak|chat) (?:to|with) )?${person}(?: (?:please|now|here|there|available|online|i can (?:talk|speak) to))*\\s*[?!.]*$|^(?:human|agent|representative|rep|operator|live agent|real person|real human|live chat|human agent|customer service|live person|person)(?: please| pls| now)*[!. ]*$|\\b(?:human|real person|live agent|operator|representative) (?:please|pls|now)\\b|\\bstop (?:this|the) bot\\b|\\bi (?:want|need) (?:a |an )?(?:actual |real |live )?(?:human|person|agent|operator|representative)\\b|\\bnot (?:talk(?:ing)?|speak(?:ing)?) to (?:a |the )?(?:bot|robot|machine|ai)\\b|\\bcall me\\b`,
    ),
    unless: new RegExp(
      `${zhNoPerson.source}|${noPersonEnglish.source}|${personIsSubject.source}|人工智能|人工(?:费|成本|做|制作|采摘|合成)|真人(?:版|秀|大小)|客服电话是多少$`,
    ),
    takenBackBy: new RegExp(`${zhNoPerson.source}|${personNoMore.source}`),
  },
  {
    reasonCode: 'anger',
    rule: 'insult_or_strong_anger',
    confidence: 0.85,
    when: /骗子|骗人的|骗钱|黑店|黑心|无良|垃圾(?:店|公司|客服|服务|东西|产品|平台|机器人|ai)?(?:[！!。,，]|$)|太垃圾|真垃圾|什么垃圾|什么破|破店|狗屁|他妈|妈的|tmd|nmd|傻逼|傻b|sb(?![a-z])|滚(?:蛋|开)?[！!。]|去死|脑残|智障|人工智障|气死|气炸|火大|忍无可忍|受够了|太过分|欺人太甚|恶心|不要脸|耍我|当我(?:是)?傻|坑人|坑爹|再也不(?:来|买)|什么态度|敷衍|推卸|\b(?:scam(?:mers?|med)?|fraudsters?|rip[- ]?off|ripped off|bullshit|fuck\w*|shit(?:ty)?|wtf|asshole|idiots?|useless|worst (?:service|shop|store|company|experience)|pathetic|disgusting|disgrace\w*|furious|outrag\w+|ridiculous|unacceptable|fed up|sick of (?:this|you)|had enough|liars?|never (?:buy|order|shop)\w* (?:here |from you )?again|waste of (?:my )?(?:time|money)|joke of a)\b/,
    unless:
      /(?:不是|没有|不算|别当)(?:骗|垃圾|坑)|垃圾(?:桶|袋|分类)|气死我了哈哈|会不会(?:是)?骗|(?:快递员?|骑手|邮递|courier|driver|postman)[^。.!?！？]{0,24}(?:垃圾|恶心|什么态度|useless|ridiculous|idiot|pathetic|unacceptable)|not a scam|is (?:this|it) a scam|ridiculously (?:good|cheap|nice|beautiful)|(?:ridiculous|insane)ly|unglazed|holy shit (?:this|that|it) is (?:good|amazing|great)/,
  },
];
