import java.io.BufferedReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Version;

/** Lucene on the same suppliers and questions as engines.py has: the same words, filters and weights. One thread. */
public class Lucene {
    /** Processor time: a busy machine doesn't tell in it. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        long start = THREADS.getCurrentThreadCpuTime();
        List<String> ids = new ArrayList<>();
        Map<String, Integer> holders = new HashMap<>();
        MMapDirectory directory = new MMapDirectory(folder.resolve("lucene"));
        IndexWriterConfig configuration = new IndexWriterConfig(new WhitespaceAnalyzer());
        configuration.setOpenMode(IndexWriterConfig.OpenMode.CREATE).setRAMBufferSizeMB(512);
        try (IndexWriter writer = new IndexWriter(directory, configuration);
                BufferedReader lines = Files.newBufferedReader(folder.resolve("suppliers.tsv"))) {
            for (String line; (line = lines.readLine()) != null;) {
                String[] parts = line.split("\t");
                ids.add(parts[0]);
                Document document = new Document();
                document.add(new StringField("region", parts[1], Field.Store.NO));
                TreeSet<String> prefixes = new TreeSet<>();
                for (String code : parts[2].split(" "))
                    for (int digits = 2; digits <= 8; digits++) prefixes.add(code.substring(0, digits));
                for (String prefix : prefixes) {
                    document.add(new StringField("cpv", prefix, Field.Store.NO));
                    holders.merge(prefix, 1, Integer::sum);
                }
                document.add(new TextField("text", parts[3], Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        double built = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;

        List<Query> questions = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("questions.tsv"))) {
            String[] parts = line.split("\t");
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            query.add(new TermQuery(new Term("region", parts[0])), Occur.FILTER);
            for (String prefix : parts[1].split(" ")) {
                int count = holders.getOrDefault(prefix, 0);
                double idf = Math.log(1 + (ids.size() - count + 0.5) / (count + 0.5));
                Query constant = new ConstantScoreQuery(new TermQuery(new Term("cpv", prefix)));
                // Since Lucene 8, BM25 leaves out the factor k1 + 1.
                query.add(new BoostQuery(constant, (float) (idf / 2.2)), Occur.SHOULD);
            }
            for (String word : parts[2].split(" ")) query.add(new TermQuery(new Term("text", word)), Occur.SHOULD);
            questions.add(query.setMinimumNumberShouldMatch(1).build());
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
            double[] times = new double[questions.size()];
            List<ScoreDoc[]> answers = new ArrayList<>();
            // More rounds than the others: the first ones run while the JVM still compiles.
            for (int round = 0; round < 5; round++) {
                answers.clear();
                for (int number = 0; number < times.length; number++) {
                    long before = THREADS.getCurrentThreadCpuTime();
                    TopScoreDocCollector best = TopScoreDocCollector.create(50, 50);
                    searcher.search(questions.get(number), best);
                    ScoreDoc[] found = best.topDocs().scoreDocs;
                    times[number] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
                    answers.add(found);
                }
            }
            try (PrintWriter results = new PrintWriter(folder.resolve("lucene.tsv").toFile())) {
                for (ScoreDoc[] found : answers) {
                    StringBuilder row = new StringBuilder();
                    for (ScoreDoc one : found) row.append(row.length() > 0 ? " " : "").append(ids.get(one.doc));
                    results.println(row);
                }
            }
            Arrays.sort(times);
            long bytes = 0;
            for (String file : directory.listAll()) bytes += directory.fileLength(file);
            System.out.printf(
                    java.util.Locale.ROOT, "Lucene %s\t%.4f\t%.4f\t%.1f\t%d%n", Version.LATEST, times[times.length / 2],
                    times[times.length * 9 / 10], built, bytes);
        }
    }
}
