import { amounts, everywhere, inArea, type MatterPlan } from './plan.ts'

const matter = inArea('budget-finance')
const finance = ['chief-finance', 'finance-officer'] as const
const managers = ['programme-manager'] as const

/** Funds a certifying officer may be named for. */
export const funds = ['regular-budget', 'peace-operations-account', 'voluntary-contributions'] as const

export const budgetFinance: readonly MatterPlan[] = [
  matter('certify-expenditure', ['Certifying of commitments and expenditure', '承付款和支出的核证', 'التصديق على الالتزامات والنفقات'],
    'Certify that a commitment serves its purpose and that money is allotted for it.', '105.4',
    { quoted: 'A/75/201 ¶32', personalOnly: true, dimensions: ['fund'], prerequisites: 'resource-management:blocks-exercise', notChecked: 'funds',
      held: { full: { funds }, large: { funds }, medium: { funds: ['regular-budget', 'voluntary-contributions'] } }, passedTo: managers }),
  matter('approve-payment', ['Approving of payments', '付款核准', 'الموافقة على المدفوعات'],
    'Approve a payment after it was certified by somebody else.', '105.6',
    { personalOnly: true, dimensions: ['amount'], prerequisites: 'financial-rules:blocks-issue', preconditions: 'cosignature:certified', notChecked: 'funds',
      held: amounts(5000000, 2000000, 500000), passedTo: finance.slice(1) }),
  matter('sign-bank-orders', ['Signing of bank orders', '签署银行指令', 'التوقيع على أوامر الصرف المصرفية'],
    'Sign payment orders to a bank, always with a second signatory.', '104.5',
    { personalOnly: true, dimensions: ['amount'], preconditions: 'cosignature:second-signatory', held: amounts(10000000, 1000000), passedTo: ['chief-finance'] }),
  matter('mission-budget-submission', ['Submission of a mission’s budget to the Controller', '向主计长提交特派团预算', 'تقديم ميزانية البعثة إلى المراقب المالي'],
    'Submit the budget of a peace operation straight to the Controller.', '101.8', { quoted: 'A/75/201 ¶48', onlyIn: 'peace-operation', held: everywhere({}, 'large') }),
  matter('programme-budget-proposal', ['Programme plan and budget proposal', '方案计划和预算提案', 'اقتراح الخطة البرنامجية والميزانية'],
    'Put forward the annual programme plan and budget of an entity.', '101.3', { quoted: 'A/75/201 ¶45', held: everywhere({}, 'full', 'large', 'medium') }),
  matter('redeploy-funds', ['Redeployment of funds between objects of expenditure', '支出用途之间资金调拨', 'نقل الأموال بين أوجه الإنفاق'],
    'Move money between objects of expenditure within one section of the budget.', '105.2',
    { dimensions: ['amount'], notChecked: 'funds', held: amounts(1000000, 500000, 100000), passedTo: finance }),
  matter('redeploy-between-sections', ['Redeployment between sections of the budget', '预算款次之间调拨', 'النقل بين أبواب الميزانية'],
    'Move money between sections of the approved budget.', '105.1', { delegable: 'no', reservedTo: 'Assembly of the Concord' }),
  matter('commit-future-years', ['Commitments against future years', '今后年度的承付款', 'الالتزامات المحملة على سنوات مقبلة'],
    'Enter into commitments to be paid from later budgets.', '105.7', { dimensions: ['amount', 'term'], notChecked: 'funds',
      held: { full: { upTo: 5000000, term: 60 } }, passedTo: ['chief-finance'] }),
  matter('accept-voluntary-contribution', ['Acceptance of voluntary contributions', '接受自愿捐款', 'قبول التبرعات'],
    'Accept money for purposes consistent with the aims of the Organisation.', '103.4', { dimensions: ['amount'], held: amounts(20000000, 2000000, 500000) }),
  matter('create-trust-fund', ['Establishment of trust funds', '设立信托基金', 'إنشاء الصناديق الاستئمانية'], 'Establish a trust fund and its terms of reference.', '104.1', { held: { full: {} } }),
  matter('grant-to-partner', ['Grants to implementing partners', '向执行伙伴提供赠款', 'المنح المقدمة إلى الشركاء المنفذين'],
    'Make a grant to a partner that carries out part of a programme.', '105.12',
    { dimensions: ['amount', 'term'], held: { full: { upTo: 3000000, term: 36 }, large: { upTo: 1000000, term: 24 }, medium: { upTo: 250000, term: 12 } },
      preconditions: 'clearance:partner-cleared:over USD 100000', passedTo: ['executive-officer'] }),
  matter('write-off-receivable', ['Write-off of receivables', '应收款核销', 'شطب المبالغ المستحقة القبض'],
    'Write off what is owed to the Organisation and cannot be recovered.', '106.7', { dimensions: ['amount'], held: amounts(50000, 10000), passedTo: ['chief-finance'] }),
  matter('write-off-cash-loss', ['Write-off of losses of cash', '现金损失核销', 'شطب الخسائر النقدية'],
    'Write off a loss of cash after investigation.', '106.8', { dimensions: ['amount'], held: amounts(25000, 5000), preconditions: 'condition:investigated', obligations: 'note-in-accounts' }),
  matter('ex-gratia-payment', ['Ex gratia payments', '惠给金', 'المدفوعات على سبيل الهبة'],
    'Pay where there is no legal liability but a moral obligation.', '105.11', { delegable: 'no', advisers: 'legal.head' }),
  matter('invest-funds', ['Investment of funds', '资金投资', 'استثمار الأموال'], 'Invest money not needed at once.', '104.12', { dimensions: ['term'], held: { full: { term: 60 } }, passedTo: [] }),
  matter('petty-cash', ['Petty cash and imprest accounts', '备用金和定额预付账户', 'المصروفات النثرية وحسابات السلف'],
    'Open a petty-cash or imprest account and name its custodian.', '104.8', { dimensions: ['amount'], held: amounts(20000, 10000, 5000, 2500), passedTo: finance }),
  matter('official-hospitality', ['Official hospitality', '公务招待', 'الضيافة الرسمية'], 'Spend on hospitality in the interest of the Organisation.', '105.14',
    { acceptance: 'after', dimensions: ['amount'], held: amounts(10000, 5000) }),
  matter('settle-third-party-claim', ['Settlement of third-party claims', '第三方索偿的解决', 'تسوية مطالبات الأطراف الثالثة'],
    'Settle a claim for loss or injury brought by a third party.', '105.13',
    { dimensions: ['amount'], held: amounts(200000, 50000), preconditions: 'advice:claims-board-advice:over USD 10000:by claims-board' }),
  matter('contingent-equipment-claim', ['Claims for contingent-owned equipment', '特遣队所属装备索偿', 'مطالبات المعدات المملوكة للوحدات'],
    'Certify for payment a claim of a contributor for troops and equipment.', '105.16', { quoted: 'A/75/201 ¶44', dimensions: ['amount'], notChecked: 'funds', held: { full: { upTo: 20000000 } } }),
  matter('statement-internal-control', ['Statement on internal control of an entity', '实体内部控制说明', 'بيان الرقابة الداخلية للكيان'],
    'Sign for an entity the assurance that its controls work.', '103.9', { quoted: 'A/75/201 ¶21', held: everywhere({}, 'full', 'large', 'medium') }),
]
