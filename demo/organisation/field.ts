/** Offices away from headquarters, commissions, missions, tribunals and the rest: places and subjects of the invented field. */
import { words, type Words } from './words.ts'

export type FieldPlan = readonly [id: string, place: Words]
const plan = (id: string, en: string, zh: string, ar: string): FieldPlan => [id, words(en, zh, ar)]

export const officesAway: readonly FieldPlan[] = [
  plan('office-orvanne', 'Concord Office at Orvanne', '协和组织奥尔万办事处', 'مكتب الوئام في أورفان'),
  plan('office-tamberel', 'Concord Office at Tamberel', '协和组织坦贝雷尔办事处', 'مكتب الوئام في تامبيريل'),
  plan('office-sulimar', 'Concord Office at Sulimar', '协和组织苏利马尔办事处', 'مكتب الوئام في سوليمار'),
  plan('office-kestrel-bay', 'Concord Office at Kestrel Bay', '协和组织红隼湾办事处', 'مكتب الوئام في خليج العوسق'),
]

export const commissions: readonly FieldPlan[] = [
  plan('commission-north', 'Economic Commission for the Northern Lands', '北方经济委员会', 'اللجنة الاقتصادية لأراضي الشمال'),
  plan('commission-south', 'Economic Commission for the Southern Lands', '南方经济委员会', 'اللجنة الاقتصادية لأراضي الجنوب'),
  plan('commission-east', 'Economic Commission for the Eastern Lands', '东方经济委员会', 'اللجنة الاقتصادية لأراضي الشرق'),
  plan('commission-west', 'Economic Commission for the Western Lands', '西方经济委员会', 'اللجنة الاقتصادية لأراضي الغرب'),
  plan('commission-islands', 'Economic Commission for the Islands', '岛屿经济委员会', 'اللجنة الاقتصادية للجزر'),
]

export const peaceOperations: readonly FieldPlan[] = [
  plan('lake-region', 'Lake Region Mission', '湖区特派团', 'بعثة منطقة البحيرة'),
  plan('river', 'River Mission', '大河特派团', 'بعثة النهر'),
  plan('highlands', 'Highlands Mission', '高地特派团', 'بعثة المرتفعات'),
  plan('coast', 'Coast Mission', '海岸特派团', 'بعثة الساحل'),
  plan('delta', 'Delta Mission', '三角洲特派团', 'بعثة الدلتا'),
  plan('northern-plains', 'Northern Plains Mission', '北部平原特派团', 'بعثة السهول الشمالية'),
  plan('two-valleys', 'Two Valleys Mission', '双谷特派团', 'بعثة الواديين'),
  plan('straits', 'Straits Observer Force', '海峡观察员部队', 'قوة المراقبين في المضيق'),
  plan('great-forest', 'Great Forest Mission', '大森林特派团', 'بعثة الغابة الكبرى'),
  plan('steppe', 'Steppe Mission', '草原特派团', 'بعثة السهوب'),
  plan('desert-crossing', 'Desert Crossing Mission', '沙漠通道特派团', 'بعثة المعبر الصحراوي'),
  plan('old-frontier', 'Old Frontier Interim Force', '旧边界临时部队', 'القوة المؤقتة في الحدود القديمة'),
]

const politicalMission = words('Political Mission in the {}', '驻{}政治特派团', 'البعثة السياسية في {}')
export const specialPoliticalMissions = {
  frame: politicalMission,
  places: [
    plan('amber-hills', 'Amber Hills', '琥珀丘陵', 'تلال الكهرمان'), plan('salt-flats', 'Salt Flats', '盐滩', 'السبخات'),
    plan('upper-basin', 'Upper Basin', '上游盆地', 'الحوض الأعلى'), plan('lower-basin', 'Lower Basin', '下游盆地', 'الحوض الأدنى'),
    plan('cedar-coast', 'Cedar Coast', '雪松海岸', 'ساحل الأرز'), plan('copper-range', 'Copper Range', '铜山山脉', 'سلسلة جبال النحاس'),
    plan('white-cape', 'White Cape', '白角', 'الرأس الأبيض'), plan('long-island-chain', 'Long Chain Islands', '长链群岛', 'جزر السلسلة الطويلة'),
    plan('twin-rivers', 'Twin Rivers', '双河', 'النهرين التوأمين'), plan('red-plateau', 'Red Plateau', '红色高原', 'الهضبة الحمراء'),
    plan('green-gulf', 'Green Gulf', '绿湾', 'الخليج الأخضر'), plan('far-passes', 'Far Passes', '远山口', 'الممرات البعيدة'),
    plan('granite-coast', 'Granite Coast', '花岗岩海岸', 'ساحل الغرانيت'), plan('silk-oases', 'Silk Oases', '丝绸绿洲', 'واحات الحرير'),
    plan('black-sands', 'Black Sands', '黑沙', 'الرمال السوداء'), plan('heron-marshes', 'Heron Marshes', '苍鹭沼泽', 'أهوار البلشون'),
    plan('three-bridges', 'Three Bridges', '三桥', 'الجسور الثلاثة'), plan('monsoon-shore', 'Monsoon Shore', '季风海岸', 'شاطئ الرياح الموسمية'),
  ],
} as const

export const envoys = {
  frame: words('Office of the Special Envoy on {}', '{}问题特使办公室', 'مكتب المبعوث الخاص المعني ب{}'),
  subjects: [
    plan('envoy-water', 'Water', '水', 'المياه'), plan('envoy-youth', 'Youth', '青年', 'الشباب'),
    plan('envoy-oceans', 'Oceans', '海洋', 'المحيطات'),
    plan('envoy-children', 'Children in Conflict', '冲突中的儿童', 'الأطفال في النزاعات'),
    plan('envoy-transport', 'Road Safety', '道路安全', 'السلامة على الطرق'),
    plan('envoy-disaster', 'Disaster Risk', '灾害风险', 'مخاطر الكوارث'), plan('envoy-health', 'Epidemics', '流行病', 'الأوبئة'),
    plan('envoy-technology', 'Technology', '技术', 'التكنولوجيا'), plan('envoy-migration', 'Migration', '移民', 'الهجرة'),
    plan('envoy-climate', 'Climate', '气候', 'المناخ'), plan('envoy-finance', 'Fair Finance', '公平融资', 'التمويل العادل'),
    plan('envoy-heritage', 'Heritage', '遗产', 'التراث'),
  ],
} as const

export const tribunals: readonly FieldPlan[] = [
  plan('tribunal-river-valleys', 'Tribunal for the River Valleys', '河谷法庭', 'محكمة أودية الأنهار'),
  plan('tribunal-residual', 'Residual Mechanism for Tribunals', '法庭余留机制', 'آلية تصريف الأعمال المتبقية للمحاكم'),
  plan('tribunal-seas', 'Tribunal of the Seas', '海洋法庭', 'محكمة البحار'),
]

export const serviceCentres: readonly FieldPlan[] = [
  plan('service-centre-global', 'Global Service Centre', '全球服务中心', 'مركز الخدمات العالمي'),
  plan('service-centre-regional', 'Regional Service Centre', '区域服务中心', 'مركز الخدمات الإقليمي'),
]

export const treatySecretariats: readonly FieldPlan[] = [
  plan('secretariat-wetlands', 'Secretariat of the Wetlands Convention', '湿地公约秘书处', 'أمانة اتفاقية الأراضي الرطبة'),
  plan('secretariat-soils', 'Secretariat of the Soils Convention', '土壤公约秘书处', 'أمانة اتفاقية التربة'),
  plan('secretariat-waste', 'Secretariat of the Waste Convention', '废物公约秘书处', 'أمانة اتفاقية النفايات'),
]

/** Subsidiary bodies with rules of their own: on the chart, outside the framework. */
export const outside: readonly FieldPlan[] = [
  plan('fund-children', 'Concord Fund for Schools', '协和学校基金', 'صندوق الوئام للمدارس'),
  plan('fund-food', 'Concord Fund for Food', '协和粮食基金', 'صندوق الوئام للأغذية'),
  plan('programme-cities', 'Concord Programme for Cities', '协和城市方案', 'برنامج الوئام للمدن'),
  plan('institute-training', 'Concord Training Institute', '协和培训研究所', 'معهد الوئام للتدريب'),
]

/** The units below a mission or an office away from headquarters. */
export const supportUnits: readonly FieldPlan[] = [
  plan('support', 'Support Division, {}', '{}支助司', 'شعبة الدعم، {}'),
  plan('programme', 'Programme Division, {}', '{}方案司', 'شعبة البرامج، {}'),
]
export const missionUnits: readonly FieldPlan[] = [
  ...supportUnits,
  plan('field-east', 'Eastern Field Office, {}', '{}东部外地办事处', 'المكتب الميداني الشرقي، {}'),
  plan('field-west', 'Western Field Office, {}', '{}西部外地办事处', 'المكتب الميداني الغربي، {}'),
]
