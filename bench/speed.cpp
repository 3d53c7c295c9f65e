// Measures Annals over stories: start-up, words a second, time by stage, memory, allocations, and the share of the
// machine's arithmetic peak. bench/speed runs it beside spaCy and prints the ratio.
//
//   build/bench/speed MODEL THREADS SECONDS DOCS.jsonl...
//
// Prints one JSON object. It times only what comes after the files are parsed.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <new>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "annals/error.h"
#include "language/engine.h"
#include "language/kernels/kernels.h"
#include "model/model_file.h"
#include "record/pipeline.h"

namespace {

std::atomic<std::size_t> allocations{0};

}  // namespace

// Counts every allocation of the program. Not inlined, or g++ takes the pairs for mismatched ones.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* p = std::malloc(size != 0 ? size : 1)) return p;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* p) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete(void* p, std::size_t) noexcept { std::free(p); }

namespace annals {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::vector<std::string> read_texts(int count, char** paths) {
  std::vector<std::string> texts;
  for (int i = 0; i < count; ++i) {
    std::ifstream in(paths[i]);
    for (std::string line; std::getline(in, line);) texts.push_back(nlohmann::json::parse(line).at("text"));
  }
  if (texts.empty()) throw Error{Fault::usage, "speed", "no stories", "Name files with a story a line"};
  return texts;
}

// As Python's str.split() counts them, for ASCII white space.
std::size_t count_words(const std::string& text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

struct Pass {
  double seconds = 0;
  std::size_t tokens = 0;
};

// Every thread takes the next story until none is left.
Pass annotate_all(const Engine& engine, const std::vector<std::string>& texts, std::vector<EngineWorkspace>& workspaces,
                  std::vector<Annotation>& annotations) {
  std::atomic<std::size_t> next{0}, tokens{0};
  const auto work = [&](std::size_t thread) {
    for (std::size_t i; (i = next.fetch_add(1)) < texts.size();) {
      engine.annotate(texts[i], workspaces[thread], annotations[thread]);
      tokens += annotations[thread].tokens.size();
    }
  };
  const auto start = Clock::now();
  std::vector<std::thread> others;
  for (std::size_t t = 1; t < workspaces.size(); ++t) others.emplace_back(work, t);
  work(0);
  for (auto& thread : others) thread.join();
  return {seconds_since(start), tokens.load()};
}

// Multiply-adds a second of the kernels on a layer that fits the nearest caches: what this core can do at best.
double peak_multiply_adds() {
  constexpr std::size_t inputs = 64, outputs = 64, rows = 48;
  const std::vector<float> weights(outputs * inputs, 0.5F);
  const auto packed = pack_linear(weights, {}, outputs, inputs);
  const Layer layer{packed.weights.data(), packed.bias.data(), inputs, outputs, kLinearGroups};
  const std::vector<float> x(rows * inputs, 0.25F);
  std::vector<float> y(rows * outputs);
  double best = 0;
  for (int trial = 0; trial < 20; ++trial) {
    constexpr int repeats = 2000;
    const auto start = Clock::now();
    for (int i = 0; i < repeats; ++i) kernels().linear(layer, {x.data(), inputs, rows}, y.data(), outputs);
    best = std::max(best, repeats * static_cast<double>(rows * inputs * outputs) / seconds_since(start));
  }
  return best;
}

// The whole of `annals read` on one thread: words a second, and time by stage.
nlohmann::json measure_reading(const std::string& model, const std::vector<std::string>& texts, std::size_t words,
                               double budget) {
  const Pipeline pipeline(model);
  Workspace::Buffers buffers;
  std::vector<Story> stories(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    stories[i].text = texts[i];
    stories[i].published = std::chrono::sys_days{std::chrono::year{2015} / 6 / 15};
  }
  double best = 0;
  std::size_t records = 0;
  const auto began = Clock::now();
  do {
    const auto start = Clock::now();
    records = 0;
    for (const Story& story : stories) records += pipeline.read(story, buffers).size();
    best = std::max(best, static_cast<double>(words) / seconds_since(start));
  } while (seconds_since(began) < budget);
  nlohmann::json out;
  out["words_per_second"] = best;
  out["records"] = records;
  buffers.clock.on = true;
  for (const Story& story : stories) pipeline.read(story, buffers);
  for (std::size_t s = 0; s < kReadStageNames.size(); ++s) {
    out["ns_per_word"][std::string(kReadStageNames[s])] =
        static_cast<double>(buffers.clock.times[s].count()) / static_cast<double>(words);
  }
  return out;
}

// Of this program alone: getrusage() would count the program that started it too.
double peak_memory_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::atof(line.c_str() + 6) / 1024;
  }
  return 0;
}

int run(int argc, char** argv) {
  if (argc < 5)
    throw Error{Fault::usage, "speed", "too few arguments", "Call: speed MODEL THREADS SECONDS DOCS.jsonl..."};
  const auto threads = static_cast<std::size_t>(std::max(1, std::atoi(argv[2])));
  const double budget = std::atof(argv[3]);
  const auto texts = read_texts(argc - 4, argv + 4);

  const auto start = Clock::now();
  const ModelFile model(argv[1]);
  const Engine engine(model);
  std::vector<EngineWorkspace> workspaces(threads);
  std::vector<Annotation> annotations(threads);
  engine.annotate("Ready.", workspaces[0], annotations[0]);
  const double start_up = seconds_since(start);

  nlohmann::json out;
  const Pass cold = annotate_all(engine, texts, workspaces, annotations);
  Pass best = cold;
  std::size_t steady_allocations = 0;
  const auto began = Clock::now();
  do {
    const std::size_t before = allocations.load();
    const Pass pass = annotate_all(engine, texts, workspaces, annotations);
    steady_allocations = allocations.load() - before;
    if (pass.seconds < best.seconds) best = pass;
  } while (seconds_since(began) < budget);

  std::size_t words = 0;
  for (const auto& text : texts) words += count_words(text);
  for (auto& w : workspaces) w.clock.on = true;
  const Pass clocked = annotate_all(engine, texts, workspaces, annotations);
  for (std::size_t s = 0; s < kEngineStageNames.size(); ++s) {
    double total = 0;
    for (const auto& w : workspaces) total += static_cast<double>(w.clock.times[s].count());
    out["ns_per_token"][std::string(kEngineStageNames[s])] = total / static_cast<double>(clocked.tokens);
  }
  out["peak_memory_mb"] = peak_memory_mb();  // before a second model is opened for reading records
  out["read"] = measure_reading(argv[1], texts, words, budget);
  const double peak = peak_multiply_adds();
  const double used = engine.multiply_adds_per_token() * static_cast<double>(best.tokens) / best.seconds;
  out["kernels"] = kernels().name;
  out["threads"] = threads;
  out["stories"] = texts.size();
  out["words"] = words;
  out["tokens"] = best.tokens;
  out["start_up_ms"] = start_up * 1e3;
  out["first_pass_words_per_second"] = static_cast<double>(words) / cold.seconds;
  out["words_per_second"] = static_cast<double>(words) / best.seconds;
  out["tokens_per_second"] = static_cast<double>(best.tokens) / best.seconds;
  out["allocations_per_story"] = static_cast<double>(steady_allocations) / static_cast<double>(texts.size());
  out["model_bytes"] = model.size();
  out["multiply_adds_per_token"] = engine.multiply_adds_per_token();
  out["multiply_adds_per_second"] = used;
  out["peak_multiply_adds_per_second"] = peak;
  out["share_of_peak"] = used / peak / static_cast<double>(threads);
  std::cout << out.dump(2) << '\n';
  return 0;
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  try {
    return annals::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
