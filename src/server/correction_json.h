// Corrections and agreement as the API and the command line write them.
#pragma once
#include "ledger/agreement.h"
#include "ledger/corrections.h"
#include "output/json_writer.h"

namespace annals {

void write_correction(JsonWriter& json, const Correction& correction);  // Correction of the document
void write_agreement(JsonWriter& json, const Agreement& agreement);     // Agreement of the document

}  // namespace annals
