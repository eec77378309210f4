"""Texts the project wrote for the encoder: they show how large channels get, and reference vectors are kept of them."""

QUERIES = """
退款多久能到账？
我的快递三天没动了，什么情况
衣服尺码偏大还是偏小，身高165体重52
能不能改一下收货地址
急急急！！！怎么还不发货啊😡😡
谢谢你们，客服小姐姐太好了🥰
支持七天无理由退换吗
發票可以補開嗎？抬頭要改成公司名
订单号 TD20261125008812 到哪了
满300减50的券怎么用不了
你好
?
这款和上次买的那款有什么区别，哪个更适合油皮
我要找人工，机器人听不懂人话
宝宝六个月可以用吗，会不会过敏
ＡＢＣ１２３　全角字符测试
买了3件，少发了1件，差价￥49.90退给我
那多久能到呢
where is my parcel
How do I return a jacket that doesn't fit?
can i pay with PayPal or Apple Pay
WHY HAS NOBODY ANSWERED ME SINCE MONDAY!!!
Do I have to pay customs to Germany?
my discount code SAVE20 isn't working
is the battery allowed on a plane? it's 26,800 mAh
i ordered the blue one but got green :(
thx!! 👍
Please delete my account and all of my data.
whats the diffrence between the pro and the mini
My order #1009-44521 was charged twice, $129.99 each time
Could I speak to a human being, please?
kuaidi shenme shihou dao
xie xie, wo zhidao le
Does it come in EU size 42½?
http://example.com/track?id=AB12&lang=en
a
这个 iPhone 16 Pro Max 的 case 有 MagSafe 吗
我用 WeChat Pay 付了，但 order status 还是 unpaid
can you ship to 广东省深圳市南山区?
refund到哪里了？I paid by 支付宝
😀😃😄😁🎉🎉🎉
1234567890 13800138000 2026-11-25 08:30
José García, Zürich, naïve café
  spaces   and	tabs
and   newlines  
ﬁne ligatures ½ ① ㎏ Ⅳ ™
<b>bold?</b> {"json": true} -- DROP TABLE orders; 🤖
""".strip().splitlines()

PASSAGES = [
    "退货与退款",
    "签收后七天内，商品不影响二次销售的，可以申请无理由退货。退货运费由买家承担；质量问题由我们承担。",
    "Returns and refunds",
    "You can return any unworn item within 30 days of delivery. Refunds reach your card 3 to 5 working days after we receive the parcel.",
    "配送范围：中国大陆满99元包邮，港澳台及海外按重量计费，首重500克25元，续重每500克12元。",
    "International delivery takes 7 to 12 working days. Import duties are not included in the price and are paid by the recipient.",
    "如何修改订单：未发货的订单可以在“我的订单”里修改地址；已发货的请联系客服拦截。",
    "Size guide: chest 96–101 cm is M, 102–107 cm is L. Between two sizes, take the larger one.",
    "会员积分：每消费1元积1分，100分抵1元，积分有效期到次年12月31日。",
    "Gift cards are valid for 24 months, cannot be exchanged for cash, and can be combined with one discount code per order.",
    "充电宝容量10000mAh（37Wh），符合民航随身携带规定，不可托运。",
    "Warranty: two years on electronics, one year on accessories. Damage by water or drops is not covered.",
]
PASSAGES.append(" ".join(PASSAGES[1:12:2]))
PASSAGES.append("".join(PASSAGES[1:12:2]) + "".join(PASSAGES[0:12:2]))

TEXTS = [("query", text) for text in QUERIES] + [("passage", text) for text in PASSAGES]
