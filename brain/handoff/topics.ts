import { normalise } from '../text/normalise.ts';

/** What a message is about, where that bears on a person being needed. Not part of the floor: the judge weighs it. */
export type Topic = 'dispute' | 'exception_wanted' | 'identity_needed' | 'matters' | 'insists';

type Sign = { topic: Topic; when: RegExp; unless?: RegExp };

// Over normalised text (lower case, simplified). Quantifiers are bounded, so that each is linear in the length.
const signs: readonly Sign[] = [
  {
    topic: 'dispute',
    when: /(?:显示|说|写|物流|系统|记录)[^。！？?]{0,12}(?:签收|送达|妥投|已退款|已到账)[^。！？?]{0,16}(?:没|不是我|根本|从来)|(?:没|没有|从未|从来没)(?:有)?(?:收到|拿到|见到)[^。！？?]{0,14}(?:签收|送达|妥投)|(?:少退|退少|只退|才退|退(?:的|款)?(?:金额|钱|款)?(?:不对|少了|不够|不符))|(?:说好|答应|承诺|当初说|客服说|之前说)[^。！？?]{0,20}(?:退|赔|补|免|换|送|优惠)|(?:要求?|得|必须|应该|给我|怎么|能不能)[^。！？?]{0,6}(?:赔偿|赔钱|赔我|赔付|补偿|假一赔|退一赔)|(?:赔偿|补偿|赔付)(?:我|呢|多少|方案|怎么)|(?:凭什么|为什么|不认|不同意|不接受|拒绝|驳回|不给)[^。！？?]{0,8}(?:拒|退款|退货|驳|扣|折旧|收费|判|处理|使用|人为)|(?:说|写|判定?|认定|硬说|非说)[^。！？?]{0,8}(?:人为|用过|使用过|使用痕迹|我弄坏|拆封|超期|影响二次)|(?:有|拍了?|录了?|附上?)[^。！？?]{0,4}(?:照片|视频|录像|证据|监控|录音|聊天记录|截图)[^。！？?]{0,10}(?:为证|证明|可以看|都在|发你|为什么|怎么)?|(?:假货|仿品|冒牌|不是正品|以次充好|二手货|翻新)|货不对板|(?:虚假|夸大)宣传|\b(?:signed for|delivered|tracking (?:says|shows)|marked as (?:delivered|received)|says (?:it was |it's |it is )?(?:delivered|signed))\b[^.!?]{0,60}\b(?:never|not|didn'?t|nothing|nobody|no one|wasn'?t|isn'?t|but)\b|\b(?:never|didn'?t|did not|haven'?t) (?:got|get|receive[d]?|arrived?|signed?|sign)\b[^.!?]{0,40}\b(?:signed|delivered|tracking|says)\b|\b(?:refund(?:ed)?)\b[^.!?]{0,30}\b(?:less|short|only|wrong amount|partial|smaller|not the full|missing|instead of)\b|\b(?:only|just) (?:got|received|refunded|gave)\b[^.!?]{0,30}\b(?:back|refund|of)\b|\b(?:promised|agreed|told me|said (?:i|you|it|they) (?:would|could|'d))\b[^.!?]{0,50}\b(?:refund|replace|compensat|discount|credit|free|full)|\b(?:compensation|compensate me|reimburse(?: me)?|make (?:it|this) right)\b|\b(?:you|they|your team|warehouse) (?:say|said|claim|claimed|decided|keep saying)[^.!?]{0,40}\b(?:used|opened|my fault|damaged it|worn|misuse|user|too late|late)\b|\b(?:rejected|refused|denied|declined)\b[^.!?]{0,24}\b(?:return|refund|claim|warranty|exchange|it)\b|\b(?:return|refund|claim|warranty|exchange)\b[^.!?]{0,24}\b(?:rejected|refused|denied|declined)\b|\b(?:i have|here(?:'s| is| are)|got|took) (?:the |a |some )?(?:photos?|pictures?|videos?|proof|evidence|screenshots?|footage)\b|\b(?:fake|counterfeit|knock-?off|not genuine|not authentic|misleading|false advertising|not as described)\b/,
    unless:
      /(?:是不是|是否|怎么(?:辨别|判断)|会不会(?:是)?|有没有)[^。！？?]{0,6}(?:假货|正品|仿品)|保证正品|(?:保价|运费险)[^。！？?]{0,4}(?:怎么|是)?赔|\b(?:is|are) (?:this|it|they|these) (?:fake|genuine|authentic|real)\b/,
  },
  {
    topic: 'exception_wanted',
    when: /(?:通融|破(?:个|一次)?例|网开一面|例外|开个后门|宽限|行个方便|特殊处理|特殊情况|照顾一下|能不能(?:还|再)?(?:给我)?(?:用|退|换|补|算|延|按)|还能(?:不能)?(?:用|退|换|补|算)吗?|可不可以(?:还|再)?(?:用|退|换|补|延|按))[^。！？?]{0,40}(?:过期|超(?:过|了|时|期)|晚了|第[八九十0-9]|过了|昨天|刚过|迟|定制|刻|拆|没赶上|规定|但|虽然|差)?|(?:过期|超(?:过|了|时|期)|晚了?[一两几0-9]天|第(?:八|九|十|[89]|1\d)天|过了(?:七|7|15|十五|30|退|保)|昨天(?:刚)?过|刚过(?:期|了)?|差(?:一|1|几|两|2)(?:天|块|元)|没赶上|虽然(?:规定|过|超|是定制|拆|用过)|我知道(?:规定|规则|超|过|不能|你们))[^。！？?]{0,40}(?:能不能|可以|可不可以|行不行|行吗|通融|帮|给我|退|换|用|算|补)|\b(?:make|grant|bend|as) an? (?:exception|one-?off)|\b(?:exception|leeway|goodwill|just this once|one time only|bend the rules?|waive|let it slide|cut me some slack|turn a blind eye)\b|\b(?:i know|i understand|i realise|i realize|i'm aware)\b[^.!?]{0,60}\b(?:but|still|expired|past|over|policy|rule|late|day)\b|\b(?:expired|past the|over the|missed the|outside the|(?:a|one|two|few|couple(?: of)?|\d) days? (?:late|over|past)|day (?:eight|nine|ten|8|9|1\d))\b[^.!?]{0,60}\b(?:can|could|any chance|still|possible|please|would|let me|accept|honou?r)\b|\b(?:any chance|is there any way|could you still|can you still|can i still|would you still)\b[^.!?]{0,60}\b(?:expired|past|late|over|after|yesterday|engraved|custom|final sale|opened|used|day)/,
  },
  {
    topic: 'identity_needed',
    when: /(?:改|换|解绑|更换|修改|变更|注销|解除|重置|找回)[^。！？?]{0,8}(?:绑定|手机号|手机|邮箱|实名|账号|账户|密码)[^。！？?]{0,16}(?:原来|旧|老|收不到|没用|停用|换号|丢|登不|进不|帮我|给我|不用了|注销了)|(?:原来|旧|老)(?:的)?(?:手机|号码|手机号|邮箱)[^。！？?]{0,12}(?:不用|停|丢|收不到|注销|换|没了)|(?:收不到|没有)验证码[^。！？?]{0,16}(?:帮|改|登|绑|解|查)|(?:帮我|替我|直接|能不能|给我)[^。！？?]{0,8}(?:查|看|告诉我|发|改)[^。！？?]{0,10}(?:我(?:妈|爸|朋友|老公|老婆|同事|男友|女友|对象|哥|姐|弟|妹|婆婆|室友)|他|她|别人|账号|账户|余额|密码|个人信息|绑定|地址和电话|银行卡)|(?:余额|积分|礼品卡)[^。！？?]{0,8}(?:转|提现|转移|合并)[^。！？?]{0,12}|合并[^。！？?]{0,4}(?:账号|账户)|(?:删除|导出|注销)[^。！？?]{0,6}(?:我的)?(?:个人信息|数据|资料|账号|账户)|\b(?:change|update|reset|unlink|remove|recover|unlock|merge|delete|close|transfer|access|get into|log ?in ?to)\b[^.!?]{0,30}\b(?:my |the |his |her |an? |two |both )?(?:old |registered |linked )?(?:e-?mail|phone(?: number)?|password|account|accounts|login|balance|gift card balance|points|2fa|personal data|details on file)\b[^.!?]{0,60}\b(?:for me|no longer|lost|don'?t have|old|can'?t|cannot|without|please|locked|died|passed|ex)\b|\b(?:tell|give|show|send) me\b[^.!?]{0,20}\b(?:the )?(?:address|phone|e-?mail|card|payment|details|order|orders)\b[^.!?]{0,20}\b(?:on file|of my|for my|my (?:mum|mom|dad|friend|husband|wife|sister|brother|boss|colleague)|on (?:my|the) account)\b|\b(?:locked out|delete my (?:account|data)|close my account|on behalf of my|my (?:husband|wife|mum|mom|mother|dad|father|friend|sister|brother|boss)'?s (?:account|order))\b/,
    unless:
      /(?:怎么|如何|在哪|哪里)(?:可以|能)?(?:改|换|修改|更换|注销|重置|找回)[^，。！？?]{0,10}[?？]?$|^\s*how (?:do|can|would) i (?:change|update|reset|delete|close)[^.!?,]{0,40}\?*$/,
  },
  {
    topic: 'matters',
    when: /坏了?|碎|裂|破(?:了|损|的|口)|漏(?:水|液|了|发)|断了?|不(?:工作|通电|加热|亮|转|响|动了|能用|好使|制热)|没反应|故障|有问题|质量|瑕疵|划痕|掉(?:漆|色|了)|生锈|发霉|变质|异味|虫|过期了|少(?:了|发|件|一)|缺(?:件|了|少)|漏发|发错|错(?:了|发)|不(?:对|一样|符)|丢(?:了|件|失)|没(?:收到|到|发货|送到|退|到账|动静)|未(?:到账|收到|发货)|一直(?:没|不)|还没(?:到|发|收|退|有)|扣(?:了|款|钱)|多(?:收|扣|付)|退款|退货|投诉|维修|\b(?:broke\w*|crack\w*|shatter\w*|damag\w*|leak\w*|defect\w*|fault\w*|chip(?:ped)?|dead|stopped working|(?:not|doesn'?t|won'?t|isn'?t|didn'?t|never|no longer) (?:work\w*|turn(?:ed)? on|heat\w*|charge|arriv\w*|show\w*|com(?:e|ing)|ship\w*|deliver\w*|refund\w*|received?)|missing|wrong (?:item|one|size|colou?r|product|order|thing)|mouldy|moldy|stale|rust\w*|scratch\w*|lost|stuck|late|overdue|refund\w*|charged|overcharged|return\w*|money back|still (?:no|not|waiting|hasn'?t|haven'?t)|hasn'?t (?:arrived|moved|shipped|come)|haven'?t (?:received|got|heard))\b/,
  },
  {
    topic: 'insists',
    when: /必须|一定要|非(?:要|得)|就(?:是)?(?:要|得|不能)|坚持|不管|反正|不行[^。！？?]{0,6}(?:要|给|必须)|真的(?:就)?不(?:能|行)|就(?:这|差)一?(?:次|天|回|点)|就不能|还是(?:想|要|希望)|再(?:想想|商量|帮|通融)|求(?:你|求|您)|拜托|但(?:是)?我|可(?:是)?我|才(?:晚|差|过|超)|\b(?:insist|must|no excuse|i don'?t care|come on|please reconsider|reconsider|surely|really can'?t|there must be|has to be|i still (?:want|think|need)|but (?:i|it|that|it's|you)|only (?:a|one|two) (?:day|hour)|not good enough|not fair|unfair|i'm asking you|i beg|be reasonable)\b/,
  },
];

/** The topics of a message. */
export function topicsOf(text: string): Topic[] {
  const folded = normalise(text);
  return signs.flatMap((sign) => (sign.when.test(folded) && !sign.unless?.test(folded) ? [sign.topic] : []));
}

// Kinds of trouble, for telling one problem from several. Each is one kind, however often it is named.
const problems: [string, RegExp][] = [
  [
    'broken',
    /坏|碎|裂|破(?:了|损|口)|漏水|断了|不(?:通电|加热|亮|工作|能用)|故障|瑕疵|划痕|\b(?:broke\w*|crack\w*|shatter\w*|damag\w*|leak\w*|defect\w*|faulty|chipped|doesn'?t work|not working|stopped working|won'?t (?:turn|heat|charge)|scratch\w*)\b/,
  ],
  [
    'missing',
    /少(?:了|发|一|件)|缺(?:件|了|少|一)|漏发|\bmissing\b|\b(?:only|just) (?:got|received) (?:one|two|half|\d)|\bincomplete\b|wasn'?t in the (?:box|parcel|package)/,
  ],
  [
    'wrong',
    /发错|错(?:了|发|货)|不是我(?:买|订|要|拍)的|颜色不(?:对|符)|尺寸不(?:对|符)|型号不对|\bwrong (?:item|one|size|colou?r|product|model|thing|cup|pot|order)\b|\bsent me (?:a|the) (?:different|wrong)\b/,
  ],
  [
    'late',
    /没(?:收到|到货|到|发货|送到)|还没(?:到|发|收)|迟迟|物流(?:不动|停|没更新)|延误|丢(?:件|了|失)|\b(?:late|hasn'?t (?:arrived|shipped|moved|come)|not (?:arrived|shipped|delivered|here)|never (?:arrived|came|showed)|still (?:waiting|not)|lost in|stuck|delayed)\b/,
  ],
  [
    'money',
    /退款[^。！？?，,]{0,6}(?:没|不|少|还)|没(?:到账|退款|退钱)|多(?:扣|收|付)|扣(?:了|款|错)|重复扣|价格不|优惠(?:券)?(?:没|不|用不)|积分[^。！？?，,]{0,4}(?:没|少)|没(?:用上|抵扣|返)|\b(?:refund (?:is|has|hasn'?t|not|still|never|isn'?t|short|less|only)|no refund|overcharged|charged|discount (?:wasn'?t|not|didn'?t|never)|coupon (?:wasn'?t|not|didn'?t|failed)|voucher (?:wasn'?t|not|didn'?t)|points? (?:never|not|didn'?t|are missing|missing)|full price)\b/,
  ],
  [
    'invoice',
    /发票[^。！？?，,]{0,6}(?:没|不|错|开|少|抬头)|开错(?:票|发票)|抬头[^。！？?，,]{0,4}错|\b(?:invoice|receipt)\b[^.!?,]{0,20}\b(?:wrong|missing|not|never|incorrect|without)\b|\b(?:wrong|no|incorrect) (?:invoice|receipt)\b/,
  ],
  [
    'address',
    /地址[^。！？?，,]{0,6}(?:错|不对|改|换|写错)|寄错|送错|\b(?:wrong|old|incorrect) address\b|\baddress (?:is|was) (?:wrong|old|incorrect)\b/,
  ],
  [
    'service',
    /(?:没人|一直没|不)(?:回|理|接)|电话(?:打不通|没人)|客服[^。！？?，,]{0,6}(?:不理|不回|态度|没回)|\b(?:no ?(?:one|body) (?:answers?|replie[sd]|responds?|called|gets back)|ignored|never (?:replied|called|heard)|no (?:reply|answer|response))\b/,
  ],
  ['warranty', /保修|质保|返修|维修|换新|\b(?:warranty|repair)\b/],
  ['exchange', /(?:换货|调换|换(?:成|一个|个))|\bexchange\b|\bswap\b/],
  ['back', /退货|退掉|想退|要退|\b(?:return(?:ing)?|send (?:it|them) back)\b/],
];

/** Which kinds of trouble a text names. */
export function problemsIn(text: string): string[] {
  const folded = normalise(text);
  return problems.flatMap(([kind, when]) => (when.test(folded) ? [kind] : []));
}
