/** Words of the assignment order that depend on its values. */
export const orderWords: {
  labourGround: string;
  otherGround: string;
  keepControl: string;
  giveControl: (nameInAccusative: string) => string;
  headPost: string;
  withPost: (name: string, post: string) => string;
  assigned: (mentorsInAccusative: string, menteesInInstrumental: string) => string;
  mutual: (firstInAccusative: string, secondInAccusative: string, topics: string) => string;
  taught: (one: { teacherName: string; topic: string }) => string;
  bases: Record<string, string>;
  regulation: (orderNumber: string, approvedOn: string) => string;
  jobDescription: (reference: string) => string;
  content: (content: string) => string;
} = {
  labourGround: 'статьи 351.8 Трудового кодекса Российской Федерации, положения о системе наставничества',
  otherGround: 'положения о системе наставничества',
  keepControl: 'оставляю за собой',
  giveControl: (name) => `возложить на ${name}`,
  headPost: 'Руководитель',
  regulation: (orderNumber, approvedOn) => `, утверждённого приказом от ${approvedOn} № ${orderNumber}`,
  jobDescription: (reference) => ` (${reference})`,
  content: (content) => `; содержание работы: ${content}`,
  withPost: (name, post) => `${name} (должность: ${post})`,
  assigned: (mentors, mentees) => `${mentors} — за ${mentees}`,
  mutual: (first, second, topics) =>
    `${first} и ${second} — друг за другом на равных: каждый в своей теме наставник, в теме другого — наставляемый (${topics})`,
  taught: ({ teacherName, topic }) => `${teacherName}: «${topic}»`,
  bases: {
    labor_351_8:
      'основание: статья 351.8 Трудового кодекса Российской Федерации, дополнительное соглашение к трудовому договору',
    job_function: 'основание: трудовая функция наставника, определённая должностной инструкцией',
    civil_contract: 'основание: гражданско-правовой договор',
    cooperation_agreement: 'основание: договор о сотрудничестве организаций',
    volunteer: 'основание: добровольное участие без оплаты',
    student_activity: 'основание: общественная деятельность обучающихся',
  },
};
