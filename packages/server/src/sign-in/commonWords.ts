/** What passwords are made of when somebody is in a hurry; lower case, as `plain` in newPassword.ts leaves it. Ours, not a leaked list. */
export const commonWords: readonly string[] = `
password passord passwort secret hemmelig login logginn admin administrator welcome velkommen changeme
letmein slippmeginn default standard test testing guest gjest user bruker qwertyuiopå qwertyuiop qwerty qwertz azerty
asdfghjkløæ asdfghjkl asdfgh zxcvbnm zxcvbn iloveyou jegelskerdeg monkey dragon football fotball baseball
sunshine solskinn princess prinsesse master superman batman pokemon starwars computer datamaskin internet iphone
samsung google microsoft windows facebook linkedin norway norge norsk oslo bergen trondheim stavanger tromsø
hospital sykehus sjukehus klinikk clinic study studie studien trial trialwright research forskning doctor doktor lege
nurse sykepleier pharmacy apotek patient pasient january februar february januar march mars april may mai june juni july
juli august september october oktober november december desember monday mandag tuesday tirsdag wednesday onsdag thursday
torsdag friday fredag saturday lørdag sunday søndag spring vår summer sommer autumn høst winter vinter christmas jul
påske easter hello hallo heisann morning morgen correct horse battery staple abcdefghijklmnopqrstuvwxyz abcdef abc
one two three four five six seven eight nine ten en to tre fire fem seks sju åtte ni ti my mitt min this dette the and og is er
`
  .trim()
  .split(/\s+/)
