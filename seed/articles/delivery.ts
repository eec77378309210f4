import type { SeedArticle } from '../demo-shop.ts';

export const deliveryArticles: SeedArticle[] = [
  {
    key: 'domestic-delivery-time',
    category: 'shipping',
    zh: {
      title: '国内快递几天到',
      body: '发货后大多数地区 **1–3 天**送达。新疆、西藏、内蒙古、青海、宁夏需要 **4–7 天**。\n\n满 ¥199 或金叶会员发顺丰，其他订单发中通；大促和恶劣天气可能晚 1–2 天。',
      phrasings: [
        '多久能到',
        '几天送到',
        '到上海要几天',
        '快递要多久',
        '后天能收到吗',
        '杭州发到北京几天',
        '明天能到不',
      ],
    },
    en: {
      title: 'How long does delivery within China take?',
      body: 'Most places in mainland China: **1–3 days** after dispatch. Xinjiang, Tibet, Inner Mongolia, Qinghai and Ningxia: **4–7 days**.\n\nOrders from ¥199 and Gold members go by SF Express, others by ZTO. Big sales and bad weather can add a day or two.',
      phrasings: [
        'delivery time to shanghai',
        'how many days within china',
        'when will it arrive in beijing',
        'domestic delivery how long',
        'will it be there tomorrow',
        'estimated arrival mainland',
      ],
    },
  },
  {
    key: 'remote-regions',
    category: 'shipping',
    zh: {
      title: '新疆西藏等偏远地区能送吗',
      body: '能送。新疆、西藏、内蒙古、青海、宁夏**每单加收 ¥15**，包邮订单也要加收，时效 4–7 天。电热水壶走陆运，可能再慢 2 天。',
      phrasings: [
        '新疆能发吗',
        '偏远地区加多少钱',
        '西藏包邮吗',
        '内蒙要加运费吗',
        '乌鲁木齐多久到',
        '青海能寄不',
      ],
    },
    en: {
      title: 'Do you deliver to Xinjiang, Tibet and other remote regions?',
      body: 'Yes. Xinjiang, Tibet, Inner Mongolia, Qinghai and Ningxia carry a **surcharge of ¥15 on every order**, also on those with free delivery, and take 4–7 days. Electric kettles travel by road and may need two days more.',
      phrasings: [
        'ship to xinjiang',
        'surcharge for remote areas',
        'is tibet included in free delivery',
        'delivery to inner mongolia',
        'how much extra for qinghai',
      ],
    },
  },
  {
    key: 'track-parcel',
    category: 'shipping',
    zh: {
      title: '怎么查物流',
      body: '在「我的 → 我的订单 → 查看物流」里看最新轨迹，也可以用短信里的单号在顺丰、中通官网查。刚揽收的包裹通常 12 小时内出现第一条记录。',
      phrasings: [
        '查一下我的快递',
        '包裹到哪了',
        '物流单号在哪看',
        '我的快递走到哪里了',
        '怎么看物流信息',
        '单号查不到',
      ],
    },
    en: {
      title: 'How do I track my parcel?',
      body: 'Account → Orders → Track shows the latest scans; the number in your dispatch message also works on the carrier’s own site. A parcel just picked up usually shows its first scan within 12 hours.',
      phrasings: [
        'where is my parcel',
        'track my order',
        'where is my package',
        'tracking number not found',
        'wheres my order',
        'tracking link please',
      ],
    },
  },
  {
    key: 'parcel-stuck',
    category: 'shipping',
    zh: {
      title: '物流好几天不更新怎么办',
      body: '国内包裹 **48 小时**、国际包裹 **7 个工作日**没有新记录，就联系我们：我们向快递核查，24 小时内给您进展。确认丢失的，按您的选择补发或全额退款。',
      phrasings: [
        '快递不动了',
        '物流停了五天',
        '卡在中转站',
        '一直没更新',
        '包裹是不是丢了',
        '怎么还在兰州不动',
      ],
    },
    en: {
      title: 'My parcel has not moved for days',
      body: 'If there is no new scan for **48 hours** within China or **7 working days** abroad, tell us: we ask the carrier and report back within 24 hours. A parcel confirmed lost is resent or refunded in full, as you prefer.',
      phrasings: [
        'tracking stuck',
        'no update for a week',
        'package not moving',
        'i think my parcel is lost',
        'tracking hasnt changed in days',
        'stuck in transit',
      ],
    },
  },
  {
    key: 'delivered-not-received',
    category: 'shipping',
    zh: {
      title: '显示签收但没收到',
      body: '先看看门口、前台、驿站和家人是否代收，很多包裹被放进快递柜。仍找不到，请在签收后 **48 小时内**告诉我们，我们调取签收底单，核实未送达的补发或退款。',
      phrasings: [
        '显示已签收我没拿到',
        '谁签的我没收到',
        '快递说送到了可是没有',
        '被别人领走了',
        '签收了但是包裹不见了',
      ],
    },
    en: {
      title: 'Marked as delivered but I did not get it',
      body: 'Please look at the door, front desk, lockers and with neighbours first. If it is nowhere, tell us within **48 hours** of the delivery scan: we get the proof of delivery and, where it never reached you, resend or refund.',
      phrasings: [
        'says delivered but nothing here',
        'not received but marked delivered',
        'someone else signed for it',
        'parcel missing after delivery',
        'it says delivered i have nothing',
      ],
    },
  },
];
