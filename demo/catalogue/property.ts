import { amounts, everywhere, inArea, type MatterPlan } from './plan.ts'

const matter = inArea('property')
const keepers = ['chief-property', 'property-officer'] as const
const survey = 'advice:survey-board-advice:over USD 25000:by property-survey-board'

export const property: readonly MatterPlan[] = [
  matter('write-off-property', ['Write-off of property', '财产核销', 'شطب الممتلكات'],
    'Write off property lost, damaged or worn out; the amount is the original cost of each item.', '106.4',
    { dimensions: ['amount'], prerequisites: 'property-certificate:grace:30', preconditions: survey, held: amounts(500000, 25000, 10000), passedTo: keepers }),
  matter('write-off-by-theft', ['Write-off after theft or negligence', '因盗窃或疏忽核销', 'الشطب نتيجة السرقة أو الإهمال'],
    'Write off property lost by theft or negligence, after an investigation.', '106.5',
    { dimensions: ['amount'], preconditions: 'condition:investigated', held: amounts(100000, 10000), obligations: 'note-in-accounts' }),
  matter('dispose-by-sale', ['Disposal of property by sale', '出售处置财产', 'التصرف في الممتلكات بالبيع'],
    'Sell property declared surplus, by competitive offers.', '106.10', { dimensions: ['amount'], prerequisites: 'property-certificate:grace:30', held: amounts(250000, 50000, 10000), passedTo: keepers }),
  matter('dispose-by-gift', ['Disposal of property by gift', '赠与处置财产', 'التصرف في الممتلكات بالهبة'],
    'Give surplus property to a government or a charity.', '106.11', { dimensions: ['amount'], held: amounts(100000, 10000), preconditions: survey }),
  matter('destroy-property', ['Destruction of property', '销毁财产', 'إتلاف الممتلكات'], 'Destroy property that is unsafe or worth less than its removal.', '106.12',
    { dimensions: ['amount'], held: amounts(100000, 20000), passedTo: keepers }),
  matter('transfer-property', ['Transfer of property between entities', '实体间财产转移', 'نقل الممتلكات بين الكيانات'], 'Move property to another entity of the Organisation.', '106.13',
    { dimensions: ['amount'], held: amounts(2000000, 500000), passedTo: keepers }),
  matter('loan-of-property', ['Loan of property', '财产出借', 'إعارة الممتلكات'], 'Lend property to a partner for a stated time.', '106.14',
    { dimensions: ['amount', 'term'], held: { full: { upTo: 250000, term: 24 }, large: { upTo: 50000, term: 12 } }, passedTo: ['chief-property'] }),
  matter('accept-donated-goods', ['Acceptance of donated goods', '接受捐赠物品', 'قبول السلع الممنوحة'], 'Accept goods offered without charge.', '106.16',
    { dimensions: ['amount'], held: amounts(1000000, 100000) }),
  matter('physical-verification', ['Physical verification of property', '财产实物核查', 'التحقق المادي من الممتلكات'], 'Confirm the count of property and adjust the records.', '106.2',
    { acceptance: 'after', held: everywhere({}, 'full', 'large', 'medium'), passedTo: keepers }),
  matter('recover-from-staff', ['Recovery of losses from staff', '向工作人员追偿损失', 'استرداد الخسائر من الموظفين'], 'Recover the value of lost property from the person responsible.', '106.6',
    { dimensions: ['amount'], held: amounts(20000, 5000) }),
  matter('lease-premises', ['Lease of premises', '租赁房地', 'استئجار أماكن العمل'], 'Take premises on lease, with the terms of the host.', '106.20',
    { dimensions: ['amount', 'term'], held: { full: { upTo: 5000000, term: 120 }, large: { upTo: 500000, term: 36 } } }),
  matter('dispose-real-estate', ['Disposal of land and buildings', '处置土地和建筑物', 'التصرف في الأراضي والمباني'], 'Sell or give up land and buildings of the Organisation.', '106.21',
    { delegable: 'no', reservedTo: 'Assembly of the Concord' }),
]
