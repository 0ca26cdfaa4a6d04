/** Titles of posts and the duty each stands for: who in an entity is handed what follows from duties, not from titles. */
import { words, type Words } from './words.ts'

export type Duty =
  | 'head' | 'deputy' | 'executive-officer'
  | 'chief-people' | 'people-officer' | 'chief-finance' | 'finance-officer'
  | 'chief-procurement' | 'procurement-officer' | 'chief-property' | 'property-officer'
  | 'programme-manager' | 'none'

export const titles = {
  secretaryGeneral: words('Secretary-General', '秘书长', 'الأمين العام'),
  deputySecretaryGeneral: words('Deputy Secretary-General', '常务副秘书长', 'نائب الأمين العام'),
  presidentOfAssembly: words('President of the Assembly', '大会主席', 'رئيس الجمعية'),
  underSecretaryGeneral: words('Under-Secretary-General', '副秘书长', 'وكيل الأمين العام'),
  assistantSecretaryGeneral: words('Assistant Secretary-General', '助理秘书长', 'الأمين العام المساعد'),
  controller: words('Controller', '主计长', 'المراقب المالي'),
  headOfOffice: words('Head of Office', '办公室主任', 'رئيس المكتب'),
  directorGeneral: words('Director-General', '总干事', 'المدير العام'),
  executiveSecretary: words('Executive Secretary', '执行秘书', 'الأمين التنفيذي'),
  headOfMission: words('Head of Mission', '特派团团长', 'رئيس البعثة'),
  deputyHeadOfMission: words('Deputy Head of Mission', '特派团副团长', 'نائب رئيس البعثة'),
  specialEnvoy: words('Special Envoy', '特使', 'المبعوث الخاص'),
  residentCoordinator: words('Resident Coordinator', '驻地协调员', 'المنسق المقيم'),
  registrar: words('Registrar', '书记官长', 'رئيس قلم المحكمة'),
  director: words('Director', '司长', 'المدير'),
  executiveOfficer: words('Executive Officer', '执行干事', 'الموظف التنفيذي'),
  directorOfSupport: words('Director of Mission Support', '特派团支助主任', 'مدير دعم البعثة'),
  chiefOfAdministration: words('Chief of Administration', '行政主管', 'رئيس الشؤون الإدارية'),
  chiefPeople: words('Chief of Human Resources', '人力资源主管', 'رئيس الموارد البشرية'),
  peopleOfficer: words('Human Resources Officer', '人力资源干事', 'موظف موارد بشرية'),
  chiefFinance: words('Chief of Finance and Budget', '财务和预算主管', 'رئيس المالية والميزانية'),
  financeOfficer: words('Finance Officer', '财务干事', 'موظف مالي'),
  chiefProcurement: words('Chief of Procurement', '采购主管', 'رئيس المشتريات'),
  procurementOfficer: words('Procurement Officer', '采购干事', 'موظف مشتريات'),
  chiefProperty: words('Chief of Property Management', '财产管理主管', 'رئيس إدارة الممتلكات'),
  propertyOfficer: words('Property Management Officer', '财产管理干事', 'موظف إدارة ممتلكات'),
  sectionChief: words('Chief of Section', '科长', 'رئيس قسم'),
  programmeOfficer: words('Programme Management Officer', '方案管理干事', 'موظف إدارة برامج'),
  officer: words('Political and Economic Officer', '政治和经济事务干事', 'موظف للشؤون السياسية والاقتصادية'),
  legalOfficer: words('Legal Officer', '法律干事', 'موظف قانوني'),
  dataOfficer: words('Information Systems Officer', '信息系统干事', 'موظف نظم معلومات'),
  securityOfficer: words('Field Security Officer', '外勤安保干事', 'موظف أمن ميداني'),
  administrativeOfficer: words('Administrative Officer', '行政干事', 'موظف إداري'),
  administrativeAssistant: words('Administrative Assistant', '行政助理', 'مساعد إداري'),
  programmeAssistant: words('Programme Assistant', '方案助理', 'مساعد برامج'),
  driver: words('Driver', '司机', 'سائق'),
} as const satisfies Record<string, Words>

export type Title = keyof typeof titles

/** Grades from lowest to highest; the framework carries the same order. */
export const grades: readonly string[] = [
  'G-1', 'G-2', 'G-3', 'G-4', 'G-5', 'G-6', 'G-7', 'FS-2', 'FS-3', 'FS-4', 'FS-5', 'FS-6', 'FS-7',
  'P-1', 'P-2', 'P-3', 'P-4', 'P-5', 'D-1', 'D-2', 'ASG', 'USG', 'DSG', 'SG',
]
