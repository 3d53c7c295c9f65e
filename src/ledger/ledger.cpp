// The public Ledger: batches in front of the writer.
#include "annals/ledger.h"

#include "ledger/sqlite_ledger.h"

namespace annals {
namespace {

constexpr std::size_t kBatchStories = 256;
constexpr std::size_t kBatchBytes = std::size_t{16} << 20;

}  // namespace

LedgerCounts& LedgerCounts::operator+=(const LedgerCounts& other) {
  added += other.added;
  replaced += other.replaced;
  unchanged += other.unchanged;
  refused += other.refused;
  skipped += other.skipped;
  return *this;
}

struct Ledger::State {
  State(std::string_view path, const Provenance& by)
      : writer(std::string(path), by), known(writer.database().handle(), by) {}

  SqliteLedger writer;
  KnownStories known;
  std::vector<StoryRows> batch;
  std::size_t weight = 0;
  CodePointIndex index;
};

Ledger::Ledger(std::string_view path, const Provenance& by) : state_(std::make_unique<State>(path, by)) {}

Ledger::~Ledger() = default;

bool Ledger::holds(const Story& story) {
  try {
    return is_settled(state_->known.find(identify(story)), false);
  } catch (const SQLite::Exception& fault) {
    throw ledger_error(state_->writer.database().path(), fault);
  }
}

void Ledger::add(const Story& story, std::span<const Record> records) {
  state_->index.reset(story.text);
  state_->batch.push_back(rows_of(story, records, state_->index));
  state_->weight += weight_of(state_->batch.back());
  if (state_->batch.size() >= kBatchStories || state_->weight >= kBatchBytes) commit();
}

void Ledger::commit() {
  state_->writer.write(state_->batch);
  state_->batch.clear();
  state_->weight = 0;
}

const LedgerCounts& Ledger::counts() const { return state_->writer.counts(); }

}  // namespace annals
