/**
 * What visitors ask that hardly any shop's knowledge answers: the world, other trades, homework, feelings, nonsense,
 * goods nobody keeps. A shop's confidence is calibrated against these beside its own phrasings, so nothing about
 * delivery, returns, payment, care of goods or opening hours stands here, and nothing of evals/questions.
 */
const zh = `
今天会下雨吗
后天要不要带伞
北京现在几度
台风什么时候登陆
今年冬天冷不冷
雾霾什么时候散
明天日出几点
美国现在的总统叫什么
联合国一共有多少个成员
下届奥运会在哪个城市
世界上最高的山是哪座
太阳离地球多远
黑洞里面是什么
恐龙是怎么灭绝的
蓝鲸能活几岁
为什么天是蓝的
月球上有水吗
秦始皇活了多大年纪
唐朝一共几个皇帝
红楼梦是谁写的
第二次世界大战哪年结束
法国大革命的起因
长城有多长
珠穆朗玛峰谁第一个登顶
光速是多少
水的分子式怎么写
圆的面积公式
三角函数怎么求导
解一下这个方程 x平方减5x加6等于0
17乘以23得多少
帮我写一篇八百字的作文
这道物理题选哪个
英语四级怎么准备
高考志愿怎么填
考研要复习多久
孩子不爱写作业怎么办
幼儿园几岁能上
我家小孩数学不好
雅思多少分够用
毕业论文开题报告怎么写
帮我把这段话翻译成日语
用法语怎么说我爱你
"葳蕤"这两个字怎么念
给我讲个笑话
说个睡前故事
来一首李白的诗
帮我编个绕口令
你会唱歌吗
猜个谜语
陪我玩成语接龙
你叫什么名字
你几岁了
你有女朋友吗
你喜欢吃什么
你会做梦吗
你觉得人类会被机器取代吗
你是哪家公司训练出来的
你住在哪里
你能看见我吗
你心情怎么样
我失恋了好难受
我该不该辞职
领导总是针对我
同事抢我功劳怎么办
相亲对象不回消息
怎么跟暗恋的人表白
结婚要准备多少彩礼
朋友借钱不还
我爸妈老催婚
我好孤独没人说话
怎么跟孩子谈青春期
人生的意义是什么
命里缺水起什么名
帮我算算今年的运势
双鱼座和天蝎座合不合
梦见掉牙是什么意思
属虎的今年犯太岁吗
感冒了吃什么药
发烧三十九度怎么办
头疼一直不好是什么病
牙龈出血挂什么科
血压高能吃鸡蛋吗
体检报告上这个指标偏高要紧吗
怎么预约核磁共振
孩子咳嗽一个礼拜了
疫苗第二针隔多久
近视手术安全吗
怎么快速瘦肚子
一天走多少步合适
怀孕几周做唐筛
猫咪吐毛球怎么办
狗狗多久驱一次虫
仓鼠一直抖是怎么了
乌龟冬眠要不要喂
多肉叶子掉了怎么救
绿萝怎么水培
阳台种番茄什么时候播种
房贷利率现在多少
公积金怎么提取
信用卡逾期会上征信吗
股市明天会涨吗
黄金现在能买吗
比特币跌到多少了
基金定投靠谱吗
个人所得税怎么算
养老保险断缴几个月有影响吗
医保卡丢了去哪补办
美元兑人民币多少
怎么开一个证券账户
哪家银行存款利息高
帮我贷五万块
买保险哪家公司好
身份证过期了怎么换
护照在哪里办
港澳通行证要几天
落户上海需要什么条件
居住证怎么续签
结婚登记要带什么
离婚财产怎么分
驾照扣了十二分怎么办
摇号什么时候出结果
违章在哪查
打官司请律师要多少钱
劳动仲裁怎么申请
房东不让养宠物合法吗
被邻居打了怎么报警
遗嘱怎么写才有效
去云南玩几天够
北京到上海的高铁多少钱
飞机能带多少毫升液体
国庆去哪里人少
三亚哪个酒店好
迪士尼门票怎么抢
去日本要签证吗
西湖边停车难不难
机场大巴几点一班
火车票怎么退
青海湖几月去最好
附近哪里有厕所
最近的地铁站怎么走
这附近有什么好吃的
帮我叫一辆出租车
帮我订一张明天的机票
帮我订个餐厅四个人
帮我点份外卖
附近医院在哪
哪里能洗车
加油站92号多少钱
新能源车哪个牌子好
发动机异响是什么原因
轮胎多久换一次
刹车片磨损怎么看
二手车怎么过户
红烧肉怎么做才不腻
蛋糕为什么发不起来
饺子馅怎么调
米饭夹生了怎么补救
糖醋排骨放多少醋
家里停电了找谁
水管漏水怎么修
马桶堵了怎么通
墙皮掉了怎么补
甲醛多久能散完
怎么跟物业要回押金
宽带慢怎么办
手机内存满了怎么清
微信聊天记录怎么恢复
怎么把照片从手机导到电脑
路由器密码忘了
打印机脱机怎么处理
Python 怎么读取文件
写一个冒泡排序
数据库索引是什么
HTML 怎么居中一个盒子
正则表达式怎么匹配手机号
Excel 怎么去重
PPT 怎么加动画
怎么注册一个域名
显卡驱动怎么装
游戏掉线怎么回事
这关怎么打过去
王者哪个英雄厉害
最近有什么好看的电影
推荐几本小说
演唱会门票几点开抢
那个明星是不是离婚了
这首歌叫什么
世界杯什么时候开始
围棋怎么入门
马拉松怎么训练
游泳怎么换气
吉他和弦怎么按
怎么学画画
摄影光圈怎么调
健身房年卡多少钱
附近有瑜伽班吗
找个家教教英语
请月嫂一个月多少钱
钟点工怎么预约
搬家公司怎么收费
开锁师傅电话
帮我找份工作
简历怎么写好
面试穿什么衣服
公务员考试什么时候报名
程序员三十五岁以后干嘛
怎么开一家餐馆
营业执照怎么注销
商标注册多少钱
公司年报怎么填
移动套餐怎么改
电信客服怎么打
外卖骑手几点下线
滴滴司机怎么注册
你们卖潜水艇吗
能租直升飞机吗
卖不卖墓地
你们有没有二手坦克
能买到活的长颈鹿吗
可以定制一枚火箭吗
你们提供代孕服务吗
能不能帮我跟踪一个人
有没有假文凭
卖考试答案吗
能代写作业吗
可以出租男朋友吗
能帮我黑进别人的账号吗
你们帮忙遛狗吗
有没有按摩服务
这里能理发吗
可以在你们这存行李吗
能帮我接孩子放学吗
你们开不开驾校
能给我介绍对象吗
你们办不办丧事
有没有钢琴调音
可以帮忙看风水吗
啊啊啊啊啊
哈哈哈哈哈哈
asdfghjkl
二三四五六七八
叽里咕噜吧啦吧啦
的的了了吗吗
喵喵喵
嗯嗯呢那什么来着
天王盖地虎
`;

const en = `
is it going to rain later
do i need a coat tomorrow
how cold is it in moscow
when does the hurricane make landfall
what time is sunset today
will there be snow at christmas
who runs the united states right now
how many countries are in the un
which city hosts the next olympics
what is the tallest mountain
how far away is the sun
what is inside a black hole
why did dinosaurs die out
how long do blue whales live
why is the sky blue
is there water on the moon
how old was napoleon when he died
who wrote hamlet
when did world war two end
what caused the french revolution
how long is the great wall
who first climbed everest
what is the speed of light
chemical formula for water
area of a circle
how do i differentiate sin x
solve x squared minus 5x plus 6 equals 0
what's 17 times 23
write me an essay on climate change
explain photosynthesis simply
which answer is right in this physics quiz
how do i study for the sat
is a master's degree worth it
what gpa do i need for harvard
my kid hates doing homework
how do i write a thesis proposal
translate this paragraph into japanese
how do you say i love you in french
how do you pronounce worcestershire
what does serendipity mean
is it who or whom
tell me something funny
tell me a bedtime story
recite a sonnet
sing something
ask me a riddle
let's play twenty questions
what's your name
when were you born
do you have a girlfriend
what is your favourite colour
do you dream at night
will robots take over the world
who trained you
where do you live
can you see me
are you happy
do you believe in god
my boyfriend left me
should i quit my job
my boss keeps picking on me
a colleague stole my idea
she never texts me back
how do i ask someone out
how much should a wedding cost
a friend owes me money
my parents want me to marry
i feel so lonely
how do i talk to my teenager
what is the meaning of life
what's my horoscope
are pisces and scorpio a good match
what does it mean to dream of losing teeth
what should i name my baby
read my palm
what should i take for a cold
i have a fever of 39
my head has hurt for days what is it
do bleeding gums need a doctor
can i eat eggs with high blood pressure
what do these blood test results mean
how do i book an mri
my toddler has been coughing all week
when is the second vaccine dose
is laser eye surgery safe
how do i lose belly fat
how many steps a day is healthy
which antibiotic for a sore throat
how do i stop snoring
my cat keeps throwing up hairballs
how often should i deworm my dog
why is my hamster shaking
do turtles hibernate
my succulent is dropping leaves
when do i plant tomatoes
how do i get rid of ants
what's the mortgage rate now
how do i get a credit score up
will the stock market go up tomorrow
should i buy gold
where is bitcoin heading
are index funds a good idea
how do i file my taxes
how much pension will i get
dollar to yen today
how do i open a brokerage account
which bank has the best savings rate
lend me five thousand dollars
which life insurance should i get
what is my account balance at the bank
block my debit card
how do i renew my driving licence
how long does a passport take
do i need a visa for japan
how do i register to vote
who won the election
what are the senators voting on
is the government shut down
how do i get a green card
what papers do we need to marry
how is property split in a divorce
how do i fight a speeding ticket
how much does a lawyer cost
how do i write a will
can my landlord evict me
my neighbour punched me
how many days do i need in rome
train fare from london to york
how much liquid can i take on a plane
where should i go in august
best hotel in bangkok
how do i get disneyland tickets
what gate is my flight
how do i claim for a delayed plane
when does the airport bus leave
best month to see the northern lights
where is the nearest toilet
how do i get to the metro
good restaurants around here
call me a cab
book me a table for four
order me a pizza
where is the closest hospital
where can i wash my car
price of petrol today
which electric car is best
my engine makes a rattling noise
how often should i change tyres
how do i check brake pads
how do i transfer a car title
how do you make lasagne
why did my cake not rise
how long do i boil an egg
how do i fix undercooked rice
what goes in a caesar salad
the power is out who do i call
how do i fix a leaking pipe
my toilet is blocked
how do i patch drywall
how do i paint a ceiling
my wifi is slow
my phone storage is full
how do i get back deleted texts
how do i move photos to a pc
i forgot my router login
my printer is offline
how do i read a file in python
write a bubble sort
what is a database index
how do i centre a div
regex for an e-mail
remove duplicates in excel
how do i animate a powerpoint slide
how do i register a domain
how do i install a graphics driver
my game keeps lagging
how do i beat the final boss
best champion to play mid
any good films out this week
recommend a novel
when do concert tickets go on sale
did that actor get divorced
what song goes la la la
when does the world cup start
how do i get better at chess
marathon training plan
how do i breathe in freestyle
how do i play a barre chord
how do i learn to draw
what does aperture do
how much is a gym membership
is there a yoga class nearby
find me a maths tutor
how much does a nanny earn
how do i find a cleaner
what do movers charge
i'm locked out of my house
find me a job
how do i write a cv
what do i wear to an interview
how do i become a pilot
how do i open a restaurant
how do i register a trademark
how do i dissolve a company
how do i change my phone plan
cancel my netflix
how do i drive for uber
reset my facebook
what's on bbc one
is amazon hiring
how many people work at google
do you sell submarines
can i rent a helicopter
do you sell burial plots
got any second hand tanks
can i buy a live giraffe
build me a rocket
do you offer surrogacy
can you follow someone for me
where can i get a fake diploma
do you sell exam answers
will you write my coursework
can i hire a boyfriend
hack into my ex's account
will you walk my dog
do you do massages
can i get a haircut here
can i leave my luggage with you
can you pick my son up from school
do you teach driving
find me a wife
do you arrange funerals
do you tune pianos
can you bless my house
will you vote for me
aaaaaaaaaa
lol lol lol
qwerty uiop
blah blah blah whatever
one two three four five
asdf jkl
meow meow
the of and but if
knock knock
to be or not to be
`;

const lines = (text: string) => text.trim().split('\n');

export const outsideQuestions: Record<'zh' | 'en', readonly string[]> = { zh: lines(zh), en: lines(en) };

/** All of them, with the language each is asked in. */
export const askedOutside: readonly { text: string; language: 'zh' | 'en' }[] = (
  ['zh', 'en'] as const
).flatMap((language) => outsideQuestions[language].map((text) => ({ text, language })));
