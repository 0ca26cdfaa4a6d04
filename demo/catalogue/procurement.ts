import { amounts, everywhere, inArea, type MatterPlan } from './plan.ts'

const matter = inArea('procurement')
const buyers = ['chief-procurement', 'procurement-officer'] as const
const certificate = 'procurement-certificate:blocks-exercise'
const committee = 'advice:committee-advice:over USD 500000:by committee-on-contracts'

/** Methods of solicitation in the limits of the award of contracts. */
export const methods = ['open-tender', 'limited-tender', 'sole-source', 'call-off'] as const

const byMethod = (open: number, limited: number, sole: number, callOff: number) =>
  ({ byMethod: { 'open-tender': open, 'limited-tender': limited, 'sole-source': sole, 'call-off': callOff } })

export const procurement: readonly MatterPlan[] = [
  matter('award-contract', ['Award of contracts', '授予合同', 'إرساء العقود'],
    'Award a contract for goods or services after the method of solicitation stated.', '105.4',
    { dimensions: ['amount', 'method'], prerequisites: certificate, preconditions: committee, notChecked: 'funds',
      held: { full: byMethod(10000000, 5000000, 2000000, 10000000), large: byMethod(1000000, 500000, 200000, 1000000),
        medium: byMethod(250000, 150000, 50000, 500000),
        small: byMethod(50000, 25000, 10000, 50000) }, passedTo: buyers }),
  matter('award-under-exigency', ['Award under exigency', '紧急情况下授予合同', 'إرساء العقود في حالات الضرورة الملحة'],
    'Award without formal solicitation when delay would endanger life or the mandate.', '105.5',
    { dimensions: ['amount'], prerequisites: certificate, obligations: 'report-within-30-days', held: amounts(2000000, 500000),
      passedTo: ['chief-procurement'] }),
  matter('exception-to-formal-methods', ['Exception to formal methods of solicitation', '正式招标方法的例外',
    'الاستثناء من الأساليب الرسمية لطلب العروض'],
    'Decide that a formal method of solicitation does not serve the Organisation in a case.', '105.8',
    { quoted: 'A/75/201 ¶15', dimensions: ['amount'], prerequisites: certificate, held: amounts(1000000, 200000),
      passedTo: ['chief-procurement'] }),
  matter('low-value-purchase', ['Low-value purchase', '小额采购', 'المشتريات المنخفضة القيمة'],
    'Buy directly on the market up to a small amount.', '105.9', { dimensions: ['amount'], splitDays: 30, held: amounts(10000, 10000, 10000, 5000),
      passedTo: buyers }),
  matter('amend-contract', ['Amendment of contracts', '合同修订', 'تعديل العقود'],
    'Amend a contract; the amount is that of the amendment.', '105.10', { dimensions: ['amount'], prerequisites: certificate,
      held: amounts(2000000, 200000, 50000), passedTo: buyers }),
  matter('extend-contract', ['Extension of the term of a contract', '延长合同期限', 'تمديد مدة العقد'],
    'Extend the term of a contract without new money.', '105.11', { dimensions: ['term'], prerequisites: certificate,
      held: { full: { term: 12 }, large: { term: 8 } }, passedTo: buyers }),
  matter('sign-contract', ['Signature of contracts', '签署合同', 'توقيع العقود'],
    'Sign a contract that was duly awarded.', '105.12', { dimensions: ['amount'], held: amounts(10000000, 1000000, 250000),
      passedTo: ['chief-procurement'] }),
  matter('partner-contract', ['Use of a partner organisation’s contract', '使用伙伴组织的合同', 'استخدام عقد لمنظمة شريكة'],
    'Order under a contract awarded by a partner organisation, by mutual recognition.', '105.17',
    { quoted: 'A/75/201 ¶41', dimensions: ['amount'], prerequisites: certificate, held: amounts(5000000, 500000),
      passedTo: ['chief-procurement'] }),
  matter('letter-of-assist', ['Letters of assist with governments', '与政府的协助通知书', 'طلبات التوريد المبرمة مع الحكومات'],
    'Obtain goods or services from a government by letter of assist.', '105.19',
    { dimensions: ['amount'], held: { full: { upTo: 3000000 } } }),
  matter('contingent-memorandum', ['Memoranda of understanding with contributors', '与派遣国的谅解备忘录', 'مذكرات التفاهم مع المساهمين بقوات'],
    'Sign the memorandum on troops, police and their equipment with a contributor.', '105.20',
    { quoted: 'A/75/201 ¶44', held: { full: {} } }),
  matter('advance-to-supplier', ['Advance payment to suppliers', '向供应商预付款', 'الدفع المسبق للموردين'],
    'Agree to pay before delivery where commercial practice requires it.', '105.21',
    { dimensions: ['amount'], held: amounts(500000, 100000), passedTo: ['chief-procurement'] }),
  matter('income-contract', ['Contracts that bring income', '创收合同', 'العقود المدرة للدخل'],
    'Award concessions and other contracts that bring income.', '105.22', { dimensions: ['amount'], held: amounts(1000000, 250000),
      preconditions: 'tender:tender:over USD 50000' }),
  matter('cancel-solicitation', ['Cancellation of a solicitation', '取消招标', 'إلغاء طلب العروض'],
    'Cancel a solicitation and tell the bidders.', '105.23',
    { held: everywhere({}, 'full'), passedTo: ['chief-procurement'] }),
  matter('evaluation-panel', ['Appointment of evaluation panels', '任命评审小组', 'تعيين أفرقة التقييم'], 'Appoint those who evaluate the bids.',
    '105.24',
    { acceptance: 'after', held: everywhere({}, 'full', 'large'), passedTo: ['chief-procurement'] }),
  matter('suspend-supplier', ['Suspension of suppliers', '供应商停牌', 'تعليق أهلية الموردين'],
    'Suspend a supplier from the register of suppliers; delegated to one official only.', '105.25',
    { delegable: 'once' }),
]
