/** Departments and offices at the invented headquarters, with the divisions below them. */
import { words, type Words } from './words.ts'

export interface HeadquartersPlan {
  readonly id: string
  readonly name: Words
  readonly category: 'department' | 'headquarters-office'
  readonly divisions: readonly (readonly [id: string, name: Words])[]
}

const department = (id: string, name: Words, ...divisions: readonly (readonly [string, Words])[]): HeadquartersPlan =>
  ({ id, name, category: 'department', divisions })
const office = (id: string, name: Words): HeadquartersPlan => ({ id, name, category: 'headquarters-office', divisions: [] })
const division = (id: string, en: string, zh: string, ar: string): readonly [string, Words] => [id, words(en, zh, ar)]

export const headquarters: readonly HeadquartersPlan[] = [
  department('management', words('Department of Management Policy and Compliance', '管理政策和合规部', 'إدارة السياسات الإدارية والامتثال'),
    division('accountability', 'Business Transformation and Accountability Division', '业务转型和问责司', 'شعبة تحويل أساليب العمل والمساءلة'),
    division('finance-budget', 'Office of Finance and Budget', '财务和预算厅', 'مكتب المالية والميزانية'),
    division('people-policy', 'Office of People Policy', '人事政策厅', 'مكتب سياسات شؤون الموظفين'),
    division('conduct', 'Conduct and Discipline Service', '行为和纪律处', 'دائرة السلوك والانضباط')),
  department('operational-support', words('Department of Operational Support', '业务支助部', 'إدارة الدعم العملياتي'),
    division('supply-chain', 'Office of Supply Chain', '供应链厅', 'مكتب سلسلة الإمداد'),
    division('uniformed-capabilities', 'Uniformed Capabilities Division', '军警能力司', 'شعبة القدرات النظامية'),
    division('people-services', 'Human Resources Services Division', '人力资源服务司', 'شعبة خدمات الموارد البشرية'),
    division('capacity', 'Capacity Development Division', '能力发展司', 'شعبة تنمية القدرات'),
    division('health', 'Division of Health Care and Occupational Safety', '医疗保健和职业安全司', 'شعبة الرعاية الصحية والسلامة المهنية')),
  department('technology', words('Office of Information and Communications', '信息和通信厅', 'مكتب المعلومات والاتصالات'),
    division('technology-operations', 'Technology Operations Division', '技术业务司', 'شعبة عمليات التكنولوجيا'),
    division('technology-projects', 'Enterprise Projects Division', '企业项目司', 'شعبة المشاريع المركزية')),
  department('political', words('Department of Political Affairs', '政治事务部', 'إدارة الشؤون السياسية'),
    division('mediation', 'Mediation Division', '调解司', 'شعبة الوساطة'),
    division('elections', 'Electoral Assistance Division', '选举援助司', 'شعبة المساعدة الانتخابية'),
    division('council-affairs', 'Council Affairs Division', '理事会事务司', 'شعبة شؤون المجلس')),
  department('peace', words('Department of Peace Operations', '和平行动部', 'إدارة عمليات السلام'),
    division('military', 'Office of Military Affairs', '军事厅', 'مكتب الشؤون العسكرية'),
    division('police', 'Police Division', '警务司', 'شعبة الشرطة'),
    division('rule-of-law', 'Office of Rule of Law', '法治厅', 'مكتب سيادة القانون')),
  department('economic-social', words('Department of Economic and Social Questions', '经济和社会问题部', 'إدارة المسائل الاقتصادية والاجتماعية'),
    division('statistics', 'Statistics Division', '统计司', 'شعبة الإحصاءات'),
    division('population', 'Population Division', '人口司', 'شعبة السكان'),
    division('development-finance', 'Development Finance Division', '发展筹资司', 'شعبة تمويل التنمية'),
    division('goals', 'Division for Common Goals', '共同目标司', 'شعبة الأهداف المشتركة')),
  department('conferences', words('Department of Conferences and Languages', '会议和语文部', 'إدارة المؤتمرات واللغات'),
    division('interpretation', 'Interpretation Service', '口译处', 'دائرة الترجمة الشفوية'),
    division('documents', 'Documents Division', '文件司', 'شعبة الوثائق'),
    division('meetings', 'Meetings Service', '会议处', 'دائرة الاجتماعات')),
  department('communications', words('Department of Public Communications', '公众传播部', 'إدارة الاتصالات العامة'),
    division('news', 'News and Media Division', '新闻和媒体司', 'شعبة الأخبار ووسائط الإعلام'),
    division('campaigns', 'Campaigns Division', '宣传活动司', 'شعبة الحملات'),
    division('library', 'Library and Outreach Division', '图书馆和外联司', 'شعبة المكتبة والتوعية')),
  department('safety', words('Department of Safety', '安保部', 'إدارة السلامة'),
    division('headquarters-security', 'Headquarters Security Service', '总部安保处', 'دائرة أمن المقر'),
    division('field-security', 'Division of Field Security', '外地安保司', 'شعبة الأمن الميداني')),
  department('legal', words('Office of Legal Counsel', '法律顾问厅', 'مكتب المستشار القانوني'),
    division('general-law', 'General Law Division', '一般法律司', 'شعبة القانون العام'),
    division('treaties', 'Treaty Section', '条约科', 'قسم المعاهدات')),
  department('oversight', words('Office of Internal Oversight', '内部监督厅', 'مكتب الرقابة الداخلية'),
    division('audit', 'Internal Audit Division', '内部审计司', 'شعبة المراجعة الداخلية للحسابات'),
    division('evaluation', 'Evaluation Division', '评价司', 'شعبة التقييم'),
    division('investigations', 'Investigations Division', '调查司', 'شعبة التحقيقات')),
  department('humanitarian', words('Office for Humanitarian Coordination', '人道主义协调厅', 'مكتب التنسيق الإنساني'),
    division('response', 'Emergency Response Division', '应急司', 'شعبة الاستجابة للطوارئ'),
    division('humanitarian-finance', 'Humanitarian Financing Division', '人道主义筹资司', 'شعبة التمويل الإنساني')),
  department('human-rights', words('Office of the Commissioner for Rights', '权利事务专员办事处', 'مكتب مفوض شؤون الحقوق'),
    division('rights-bodies', 'Treaty Bodies Division', '条约机构司', 'شعبة هيئات المعاهدات'),
    division('rights-field', 'Field Operations Division', '外地业务司', 'شعبة العمليات الميدانية')),
  department('development', words('Development Coordination Office', '发展协调办公室', 'مكتب تنسيق التنمية'),
    division('country-support', 'Country Support Division', '国家支助司', 'شعبة دعم البلدان'),
    division('joint-funds', 'Joint Funds Section', '联合基金科', 'قسم الصناديق المشتركة')),
  office('executive-office', words('Executive Office of the Secretary-General', '秘书长办公厅', 'المكتب التنفيذي للأمين العام')),
  office('ethics', words('Ethics Office', '道德操守办公室', 'مكتب الأخلاقيات')),
  office('ombudsman', words('Office of the Ombudsman', '监察员办公室', 'مكتب أمين المظالم')),
  office('justice', words('Office of Administration of Justice', '内部司法办公室', 'مكتب إقامة العدل')),
  office('disarmament', words('Office for Disarmament', '裁军厅', 'مكتب نزع السلاح')),
  office('partnerships', words('Office for Partnerships', '伙伴关系办公室', 'مكتب الشراكات')),
  office('least-served', words('Office for the Least Served Countries', '服务最不足国家办公室', 'مكتب البلدان الأقل خدمة')),
  office('counter-terrorism', words('Office of Counter-Terrorism', '反恐办公室', 'مكتب مكافحة الإرهاب')),
  office('outer-space', words('Office for Outer Space', '外层空间办公室', 'مكتب الفضاء الخارجي')),
]
