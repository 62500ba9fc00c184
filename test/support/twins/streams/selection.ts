/** What a part of the proof asks of entries: something of each kind of facts, and of those to whom they lead. */
export const some = `displayName subjects { word synonyms } reachability { verdict answeredBy { displayName } alternatives { canConnect entry { displayName } } }
  ... on Person { kind unit { name } manager { displayName } standIns { displayName } numbers { e164 audience greeting { kind } }
    bestReached { weekday } accountState presence { availability lines { status } }
    currentAbsence { reason reasonLabel note }
    absences { referral { kind entry { displayName } } }
    forwardings { condition active target { entry { displayName } } } }
  ... on SharedLine { responsible { displayName } }`;
