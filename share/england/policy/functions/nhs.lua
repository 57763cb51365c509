-- A starting list of who does what where: the functions of ICBs and NHS England that places argue about. Levels are
-- those that the guidance starts from, not a rule. References to Acts are from memory and await a reading.
local commissioning = cite("NHS Act 2006", "s. 3")
local function care(id, name, level, detail)
  return func (id) { name = name, origin = "icb", kind = "commissioning", level = level, statute = commissioning,
    status = "unverified", detail = detail }
end

return {
  care("continuing-healthcare", "NHS continuing healthcare", "place",
    "packages of care outside hospital for those with a primary health need"),
  care("community-services", "community health services", "place",
    "district nursing, therapies, rehabilitation and other care at home or in clinics"),
  care("prescribing", "prescribing in primary care", "place", "medicines prescribed by practices"),
  care("primary-medical", "primary medical services", "place", "general practice, delegated to ICBs by NHS England"),
  care("mental-health", "mental health services", "place", "community and crisis care, talking therapies"),
  care("learning-disability", "learning disability and autism services", "place",
    "assessment, community support, and reviews of those in hospital"),
  care("childrens-services", "health services for children and young people", "place",
    "community paediatrics, therapies and nursing for children with special needs"),
  care("intermediate-care", "intermediate care and discharge", "place", "step-up and step-down care, reablement"),
  care("better-care-fund", "the NHS contribution to the Better Care Fund", "place",
    "the minimum contribution and anything above it"),
  care("population-health", "population health management", "place",
    "finding those at risk, and acting before they are ill"),
  care("end-of-life", "palliative and end of life care", "place", "hospice grants, care at home"),
  care("urgent-care", "urgent and emergency care", "system", "111, ambulances, emergency departments"),
  care("planned-care", "planned hospital care", "provider-collaborative", "elective operations and outpatients"),
  care("diagnostics", "diagnostics", "provider-collaborative", "imaging, endoscopy, pathology networks"),
  care("neighbourhood-teams", "neighbourhood teams", "neighbourhood",
    "multi-disciplinary teams around groups of practices"),

  func "resource-allocation" { name = "sharing the ICB's money between places", origin = "icb", kind = "enabling",
    level = "system", status = "unknown", detail = "the envelope and its shares" },
  func "system-strategy" { name = "the joint forward plan", origin = "icb", kind = "oversight", level = "system",
    reserved = true, status = "unknown", detail = "the plan that the ICB and its trusts make each year" },
  func "annual-accounts" { name = "the ICB's annual report and accounts", origin = "icb", kind = "oversight",
    level = "system", reserved = true, status = "unknown" },
  func "scheme-of-delegation" { name = "the ICB's scheme of reservation and delegation", origin = "icb",
    kind = "oversight", level = "system", reserved = true, status = "unknown" },
  func "digital" { name = "digital and data", origin = "icb", kind = "enabling", level = "system",
    status = "unknown" },
  func "estates" { name = "estates", origin = "icb", kind = "enabling", level = "system", status = "unknown" },
  func "workforce" { name = "workforce planning", origin = "icb", kind = "enabling", level = "system",
    status = "unknown" },

  func "establishing-icbs" { name = "establishing integrated care boards", origin = "nhs-england", kind = "oversight",
    level = "england", excluded = true, delegable = false, statute = cite("NHS Act 2006", "s. 14Z25"),
    status = "verified", note = "excluded from section 65Z5 by SI 2022/642 reg 2" },
  func "icb-assessment" { name = "the yearly assessment of ICBs", origin = "nhs-england", kind = "oversight",
    level = "england", excluded = true, delegable = false, statute = cite("NHS Act 2006", "s. 14Z59"),
    status = "verified", note = "excluded from section 65Z5 by SI 2022/642 reg 2" },
}
