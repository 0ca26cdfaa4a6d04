/** Given and family names of many languages, each in its own script. The people are invented; the names are common ones. */
export interface NamePool {
  readonly given: string
  readonly family: string
  /** How the two are put together; a pool without families gives mononyms. */
  readonly order: 'given-family' | 'family-given' | 'family-given-closed' | 'mononym'
}

const givenFirst = (given: string, family: string): NamePool => ({ given, family, order: 'given-family' })

export const namePools: readonly NamePool[] = [
  givenFirst('Chloé Élodie Théo Hélène François Jérôme Noémie Gaëlle Benoît Anaïs Rémi Maël Inès Céline', 'Lefèvre Béranger Delacroix Garçon Mercier Faucher Chênevert Rivière Hébert Lacoste Perrault'),
  givenFirst('Itzel José Ximena Álvaro Lucía Andrés Sofía Ramón Inés Joaquín Belén Nicolás Martín Paloma', 'Quispe Muñoz|Peña Ibáñez Gutiérrez|Ríos Núñez Cárdenas Zúñiga Mamani|Flores Ordóñez Castañeda Villaseñor'),
  givenFirst('João Inês Luís Conceição Tomás Beatriz Antônio Márcia Gonçalo Júlia Sebastião Raquel', 'Guimarães Araújo Simões Falcão Magalhães Conceição Brandão Leitão Queirós Assunção'),
  givenFirst('Łukasz Małgorzata Zbigniew Żaneta Paweł Agnieszka Jędrzej Bronisława Kazimierz Bożena', 'Wójcik Szczęsny Grzyb Żuraw Łabędź Błaszczak Dąbek Świerk Kędzior Brzoza'),
  givenFirst('Jiří Zdeněk Ondřej Štefan Tomáš Řehoř', 'Dvořáček Kučera Říha Šťastný Hložek Žák Křížek Bělohrad Ďurčo Němeček'),
  givenFirst('Šárka Božena Ľudmila Věra Žofie', 'Dvořáčková Kučerová Říhová Šťastná Žáková Křížková'),
  givenFirst('Gülşen Çağlar İpek Özgür Ayşe Uğur Şebnem Doğan Ömer Nazlı', 'Yıldırım Öztürk Çelebi Şimşek Kılıçoğlu Güneş Bağcı Ağaoğlu Dağlı Tekeş'),
  givenFirst('Þórunn Björk Guðrún Ragnheiður', 'Jónsdóttir Björnsdóttir Ásgeirsdóttir'),
  givenFirst('Sæmundur Ásgeir Hrafn Örn', 'Sæmundsson Hallgrímsson Þorláksson'),
  givenFirst('Astrid Søren Åse Jørn Ingrid Håkon Märta Göran Päivi Jörgen Aino Tuomas', 'Ødegård Sjöberg Kjær Mäkinen Bjørnstad Åkerlund Hämäläinen Nygård Lindqvist Väisänen'),
  givenFirst('Alberta Dietrich Jürgen Käthe Grete Lothar Björn Anneliese Günther Ulrike', 'Weißkopf Müllenbach Schönfeld Grünewald Köhlmeier Strößner Tannhäuser Bärwald Fröhlich'),
  givenFirst('Pietro Giulia Niccolò Beatrice Rosalba Fabrizio Ornella Tiziano Mirella Dario', 'Lombardi Bellandi Cattaneo Dell’Acqua Farinacci Montesanto D’Alessio Rinaldo Sorrentini Vezzosi'),
  givenFirst('Amina Mamadou Fatou Ousmane Aïssatou Ibrahima Mariama Cheikh Khady Modou Awa Boubacar', 'Diallo Ndiaye Traoré Cissé Koné Sarr Touré Bâ Diop Sylla Coulibaly Fofana'),
  givenFirst('Olúwaṣeun Adébáyọ̀ Ngọzi Chukwuemeka Ìyábọ̀ Folákẹ́ Ọbinna Títílayọ̀ Kẹ́hìndé Uchenna', 'Okafor Adéyẹmí Ọláòlú Eze Nwankwo Ògúndélé Akíntọ́lá Ọkọye Balógun Ifeanyi'),
  givenFirst('Grace Wanjiru Kamau Achieng Otieno Nyambura Baraka Zawadi Juma Neema Makena Mwende', 'Mwangi Odhiambo Kariuki Wekesa Mutua Njoroge Kiplagat Omondi Mushi Wairimu'),
  givenFirst('Thandiwe Sipho Nomvula Lerato Tshepo Zanele Mpho Bongani Naledi Kagiso', 'Dlamini Mokoena Nkosi Khumalo Molefe Sithole Ndlovu Maseko Phiri Banda'),
  givenFirst('Nguyễn|Thị Trần|Văn Lê|Thu Phạm|Minh Hoàng|Đức Đặng|Ngọc Bùi|Thanh Vũ|Quốc', 'Hương Dũng Hạnh Tuấn Phượng Đạt Thảo Nghĩa Quỳnh Trâm Khánh'),
  givenFirst('Mereana Tāne Hēmi Anahera Wiremu Ngaire Rāwiri Kahurangi', 'Rangihau Te|Awa Parātene Ngāwati Tūmoana Hēnare Waitere Pōtiki'),
  givenFirst('Leilani Keoni Sefina Tavita Losa Semisi Mele Ioane', 'Kealoha Faleafa Tuimavave Leota Fonoti Taufaʻeva Vea Kahananui'),
  givenFirst('Priya Arjun Lakshmi Rohan Meenakshi Vikram Kavita Suresh Anjali Nikhil', 'Iyer Chatterjee Deshpande Nambiar Kulkarni Bhattacharya Reddy Menon Patwardhan Joshi'),
  givenFirst('Nilufar Gulnora Zarina Dilnoza', 'Karimova Rahimova Saidova Ismoilova'),
  givenFirst('Rustam Farrukh Timur Aziz', 'Yusupov Nazarov Umarov Toshmatov'),
  { given: '秀英 建国 晓明 丽华 志强 文静 海燕 子轩 雨桐 国栋 春梅 思远 慧敏 家豪 秀兰', family: '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 林 何 欧阳 司马', order: 'family-given-closed' },
  { given: '서연 민준 지우 하준 수빈 은지 도현 영수 미경 선희 재훈 혜진', family: '김 이 박 최 정 강 조 윤 장 임 남궁', order: 'family-given-closed' },
  { given: '花子 健一 美咲 翔太 さくら 直樹 由美 大輔 恵子 拓也', family: '佐々木 渡辺 伊藤 小林 加藤 吉田 山口 松本 井上 斎藤', order: 'family-given' },
  givenFirst('أمينة يوسف ليلى خالد فاطمة سامي نور هشام مريم طارق زينب عمر رنا حسام', 'الحداد المنصوري بن|عمر القاسمي الخطيب الأنصاري النجار العبيدي الشرقاوي البيطار الهاشمي الزهراني'),
  givenFirst('شیرین بهرام پریسا داریوش نسرین کاوه گلناز آرش', 'رستگار پورنامدار شیرازیان کوهستانی بهروزی ژاله‌پور چمنی گلستانی'),
  givenFirst('Иван Дмитрий Сергей Павел Михаил Фёдор Артём', 'Берёзко Крылов Щербак Орлов Муравьёв Зуев Соловьёв'),
  givenFirst('Ольга Наталья Елена Алёна Татьяна Юлия', 'Соловьёва Журавлёва Щербак Тихонова Чайкина Берёзко'),
  givenFirst('Оксана Тарас Ганна Богдан Їжак Світлана Андрій Ярина', 'Коваленко Шевчук Їжакевич Мельник Бойченко Гнатюк Кравець Підгірна'),
  givenFirst('Милица Стојан Љубица Ђорђе Бранка Јован Живка Немања', 'Јовановић Љубичић Ђорђевић Његован Шћепановић Чолић'),
  givenFirst('अनीता राजेश सुनीता विजय कमला प्रकाश मीना दीपक सरिता गीता', 'शर्मा श्रेष्ठ गुरुङ पाटील मिश्रा थापा वर्मा तामाङ चौधरी जोशी'),
  givenFirst('অনন্যা রফিক শর্মিলা তানভীর নাসরিন সুবীর', 'চৌধুরী রহমান সেনগুপ্ত হোসেন মুখোপাধ্যায় আকতার'),
  givenFirst('கவிதா முருகன் மீனா செல்வம் தமிழ்செல்வி அருண்', 'சுப்பிரமணியன் இராமசாமி கந்தசாமி வேலு நடராஜன்'),
  givenFirst('አበበ ሰላማዊት ተስፋዬ ሕይወት ዳዊት ብርሃኔ ማርታ ጌታቸው አልማዝ', 'በቀለ ገብረማርያም ታደሰ ወልደሥላሴ መንግሥቱ ኃይሌ ደምሴ'),
  givenFirst('สมชาย สุดารัตน์ อนันต์ มาลี ประเสริฐ วิไลวรรณ ธนากร กนกวรรณ', 'ศรีสุข ทองดี วงศ์สวัสดิ์ แก้วมณี บุญเรือง รัตนพันธ์'),
  givenFirst('Ελένη Νικόλαος Σοφία Γεώργιος Αικατερίνη Δημήτρης', 'Οικονόμου Ζαχαρίου Θεοδώρου Γεωργίου Παπανικολάου'),
  givenFirst('ნინო გიორგი თამარ ლევან მარიამ დავით', 'ბერიძე კაპანაძე ლომიძე გელაშვილი ჩხეიძე'),
  givenFirst('Անահիտ Տիգրան Նարինե Արամ Լուսինե Գևորգ', 'Սարգսյան Պետրոսյան Հակոբյան Մանուկյան'),
  givenFirst('תמר אורי נועה יונתן שירה אלון', 'כהן־לב אברהמי שושני גולן הראל'),
  { given: 'Wulandari Suhartono Paramitha Kartikasari Budiarto Lestariningsih Pramudya Anindita Hartanto Rahmawati Sutrisno Ngatimin Gunadi Widyastuti', family: '', order: 'mononym' },
]
