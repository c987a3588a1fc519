/** The mark of each kind of what is found. */
import { Car, CreditCard, IdCard, Mail, Phone, TextSearch, UserRound, type LucideIcon } from 'lucide-react'
import type { SensitiveKind } from '#shared/model/masking/sensitive'

export const kindIcons: Readonly<Record<SensitiveKind, LucideIcon>> = { person: UserRound, idNumber: IdCard, phone: Phone, email: Mail, bankCard: CreditCard, plate: Car, word: TextSearch }
