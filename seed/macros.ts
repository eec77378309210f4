import type { SeedMacro } from './demo-shop.ts';

export const macros: SeedMacro[] = [
  {
    shortcut: 'hello',
    title: { zh: '问候', en: 'Greeting' },
    body: {
      zh: '{customer}您好，我是客服{agent}，前面的对话我已经看过，马上为您处理。',
      en: 'Hello {customer}, this is {agent}. I have read the conversation so far and will take care of it now.',
    },
  },
  {
    shortcut: 'wait',
    title: { zh: '请稍等', en: 'One moment' },
    body: {
      zh: '请稍等 1–2 分钟，我查一下您的订单。',
      en: 'Please give me a minute or two while I look into your order.',
    },
  },
  {
    shortcut: 'order',
    title: { zh: '要订单号', en: 'Ask for order number' },
    body: {
      zh: '方便提供一下订单号吗？在「我的订单」里可以看到。',
      en: 'Could you send me the order number? You will find it under Account → Orders.',
    },
  },
  {
    shortcut: 'photos',
    title: { zh: '请发照片', en: 'Ask for photos' },
    body: {
      zh: '麻烦您拍三张照片发给我：外包装、快递面单、破损处，我马上登记。',
      en: 'Please send three photos: the parcel, its label and the damage. I will file it right away.',
    },
  },
  {
    shortcut: 'sorrylate',
    title: { zh: '物流延误致歉', en: 'Apology for delay' },
    body: {
      zh: '很抱歉让您久等了。我已经联系快递核实，今天 18:00 前给您回复进展。',
      en: 'I am sorry for the wait. I have asked the carrier and will tell you what they say by 18:00 today (Beijing time).',
    },
  },
  {
    shortcut: 'resend',
    title: { zh: '安排补发', en: 'Resend arranged' },
    body: {
      zh: '已为您安排补发，今天发出，单号稍后发您；破损的不用寄回。',
      en: 'A replacement is on its way today; I will send the tracking number shortly. No need to return the broken one.',
    },
  },
  {
    shortcut: 'refund',
    title: { zh: '退款已发起', en: 'Refund started' },
    body: {
      zh: '退款已经发起，会原路退回：微信/支付宝 1–3 天，银行卡可能更久一些。',
      en: 'The refund has been started to your original payment method: PayPal 3–5 days, cards 5–10 working days.',
    },
  },
  {
    shortcut: 'return',
    title: { zh: '退货步骤', en: 'How to return' },
    body: {
      zh: '请在订单里点「申请退货」，审核后会给您退货地址和编号，寄出后填上单号就好。',
      en: 'Please choose “Return” on the order; you will get a return number and address, then add the tracking number once sent.',
    },
  },
  {
    shortcut: 'invoice',
    title: { zh: '要开票信息', en: 'Invoice details' },
    body: {
      zh: '麻烦提供公司抬头、税号和收票邮箱，专票还需要地址电话和开户行账号。',
      en: 'Please send the company name, tax number and the e-mail address for the invoice.',
    },
  },
  {
    shortcut: 'address',
    title: { zh: '改地址', en: 'Change address' },
    body: {
      zh: '订单还没发货，可以改。请把新的收件人、电话和完整地址发我。',
      en: 'The order has not left yet, so I can change it. Please send the full new address and phone number.',
    },
  },
  {
    shortcut: 'customs',
    title: { zh: '海关说明', en: 'Customs' },
    body: {
      zh: '这单属于到付关税，清关费用由快递联系您收取；被税金额以海关为准。',
      en: 'This order travels with duties unpaid; the carrier will contact you to collect what customs charges.',
    },
  },
  {
    shortcut: 'warranty',
    title: { zh: '保修登记', en: 'Warranty' },
    body: {
      zh: '在保修期内，我帮您登记返修。请发一下底座上的序列号和故障视频。',
      en: 'It is under warranty. Please send the serial number from the base and a short video of the fault.',
    },
  },
  {
    shortcut: 'sorry',
    title: { zh: '致歉安抚', en: 'Apology' },
    body: {
      zh: '非常抱歉给您添麻烦了，这件事我来负责到底。',
      en: 'I am very sorry for the trouble. I will see this through for you.',
    },
  },
  {
    shortcut: 'more',
    title: { zh: '还有别的吗', en: 'Anything else' },
    body: { zh: '请问还有其他可以帮您的吗？', en: 'Is there anything else I can help you with?' },
  },
  {
    shortcut: 'bye',
    title: { zh: '结束语', en: 'Closing' },
    body: {
      zh: '感谢您的耐心，祝您喝茶愉快！麻烦稍后给这次服务打个分。',
      en: 'Thank you for your patience, and enjoy your tea! We would be glad about a short rating.',
    },
  },
  {
    shortcut: 'silent',
    title: { zh: '客户未回复', en: 'No reply' },
    body: {
      zh: '您暂时没有回复，我先为您保留对话，回来直接说就好。',
      en: 'I have not heard from you for a while, so I will set this aside. Just write when you are back.',
    },
  },
];
