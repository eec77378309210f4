import type { SeedArticle } from '../demo-shop.ts';

export const faultArticles: SeedArticle[] = [
  {
    key: 'damaged',
    category: 'returns',
    zh: {
      title: '收到时破损了怎么办',
      body: '请在签收后 **48 小时内**拍三张照片：外包装、快递面单、破损处，发给客服。核实后**补发或全额退款由您选**，碎片不用寄回。',
      phrasings: [
        '收到是碎的',
        '壶盖裂了',
        '快递摔坏了',
        '碎了咋办',
        '杯子破了一个',
        '打开发现有裂纹',
        '茶壶碎了',
      ],
    },
    en: {
      title: 'My item arrived broken',
      body: 'Within **48 hours** of delivery, send photos of the parcel, its label and the damage. We resend it or refund it in full, **whichever you prefer**; no need to send the pieces back.',
      phrasings: [
        'it arrived broken',
        'damaged in transit',
        'the teapot is cracked',
        'cup smashed',
        'parcel was crushed',
        'broken lid on arrival',
      ],
    },
  },
  {
    key: 'wrong-item',
    category: 'returns',
    zh: {
      title: '发错货了',
      body: '请在 **48 小时内**发来实物和面单照片。我们免费补发正确的商品，错发的按我们给的到付方式寄回；不想等的可以退款。',
      phrasings: ['发错了', '收到的不是我买的', '颜色发错', '给我寄成别的茶了', '货不对板'],
    },
    en: {
      title: 'I received the wrong item',
      body: 'Send photos of the item and the label within **48 hours**. We ship the right one free of charge and collect the wrong one at our cost; or refund, if you would rather not wait.',
      phrasings: [
        'wrong item sent',
        'this is not what i ordered',
        'you sent a different tea',
        'incorrect product',
        'got the wrong colour',
      ],
    },
  },
  {
    key: 'missing-item',
    category: 'returns',
    zh: {
      title: '少发漏发',
      body: '先看包装夹层和是否分两个包裹发出（订单里有两个单号）。确实少了，**48 小时内**发来开箱照片，我们查验重量记录后补发或退款。',
      phrasings: ['少了一个', '漏发了', '买了两件只有一件', '赠品没有', '缺配件'],
    },
    en: {
      title: 'Something is missing from my parcel',
      body: 'Check the inner packaging and whether the order came in two parcels (two tracking numbers). If it is really missing, send photos within **48 hours**; we check the packing weight and resend or refund.',
      phrasings: [
        'item missing',
        'only got one of two',
        'part of my order is missing',
        'free gift not in the box',
        'incomplete order',
      ],
    },
  },
  {
    key: 'warranty',
    category: 'warranty',
    zh: {
      title: '保修期多久',
      body: '电热水壶、暖杯垫 **12 个月**；YK-800、YK-1000 签收 30 天内登记可延至 **24 个月**。陶瓷、玻璃、紫砂正常使用下开裂 **90 天**内包换。摔落、水垢、商用不在保修内。',
      phrasings: ['保修几年', '水壶坏了保修吗', '质保多久', '过保了怎么办', '紫砂壶裂了保吗', '怎么登记延保'],
    },
    en: {
      title: 'How long is the warranty?',
      body: 'Electric kettles and warmers: **12 months**; YK-800 and YK-1000 **24 months** when registered within 30 days. Ceramic, glass and Yixing: **90 days** against cracks in normal use. Drops, scale and commercial use are not covered.',
      phrasings: [
        'is it still under warranty',
        'warranty period',
        'kettle stopped working',
        'guarantee on teapots',
        'register my kettle',
        'my kettle is faulty',
      ],
    },
  },
  {
    key: 'kettle-repair',
    category: 'warranty',
    zh: {
      title: '电热水壶怎么送修',
      body: '把底座序列号和故障视频发给客服，确认在保后给您寄修地址，**来回运费我们出**，一般 7 个工作日修好。过保可付费维修，先报价再修。',
      phrasings: ['壶不加热了', '水壶维修', '怎么返修', '修一下要多少钱', '指示灯不亮'],
    },
    en: {
      title: 'How do I have a kettle repaired?',
      body: 'Send us the serial number from the base and a video of the fault. Under warranty **we pay the postage both ways**; repairs take about 7 working days. After that we quote a price first.',
      phrasings: [
        'kettle wont heat',
        'repair my kettle',
        'send it in for repair',
        'kettle light not working',
        'fix broken kettle',
      ],
    },
  },
  {
    key: 'spare-lids',
    category: 'warranty',
    zh: {
      title: '能单买壶盖或配件吗',
      body: '盖碗盖、公道杯滤网、水壶底座可以单买，**¥15–89**，发商品照片给客服核对型号。手工紫砂盖不能单配。',
      phrasings: ['盖子打碎了能配吗', '单买一个盖', '底座坏了能买吗', '滤网丢了'],
    },
    en: {
      title: 'Can I buy a spare lid or part?',
      body: 'Gaiwan lids, strainers and kettle bases are sold singly for **¥15–89**: send us a photo so that we get the model right. Hand-made Yixing lids cannot be matched.',
      phrasings: [
        'replacement lid',
        'spare part',
        'buy only the base',
        'lost the strainer',
        'lid broke can i get another',
      ],
    },
  },
  {
    key: 'warranty-abroad',
    category: 'warranty',
    zh: {
      title: '海外买的水壶保修吗',
      body: '同样保修。海外用户不用寄整机：我们寄**替换部件**或补偿等值优惠券，运费由我们出。',
      phrasings: ['国外保修吗', '在日本坏了怎么修', '海外水壶坏了', '保修要寄回国内吗'],
    },
    en: {
      title: 'Does the warranty hold abroad?',
      body: 'Yes. You need not send the kettle back: we ship the **replacement part** or credit its value, at our cost.',
      phrasings: ['warranty in the us', 'kettle broke overseas', 'guarantee outside china', 'repair abroad'],
    },
  },
];
