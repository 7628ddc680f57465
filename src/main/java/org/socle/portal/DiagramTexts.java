package org.socle.portal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Puts the labels of a drawn model into the reader's language; the model's own where a text is
 * missing.
 */
@Component
class DiagramTexts {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private final MessageSource messages;

  DiagramTexts(MessageSource messages) {
    this.messages = messages;
  }

  /** The model with labels in the reader's language. */
  String localise(String model, Locale locale) {
    try {
      Document document = parse(model);
      NodeList elements = document.getElementsByTagNameNS(BPMN, "*");
      for (int at = 0; at < elements.getLength(); at++) {
        if (elements.item(at) instanceof Element element && element.hasAttribute("name")) {
          element.setAttribute("name", name(element, locale));
        }
      }
      return write(document);
    } catch (ParserConfigurationException | SAXException | IOException | TransformerException e) {
      throw new IllegalStateException("A deployed model cannot be read", e);
    }
  }

  private String name(Element element, Locale locale) {
    String id = element.getAttribute("id");
    String drawn = element.getAttribute("name");
    String task = messages.getMessage("task." + id + ".name", null, drawn, locale);
    String name = messages.getMessage("element." + id + ".name", null, task, locale);
    return name == null ? drawn : name;
  }

  private static Document parse(String model)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(model)));
  }

  private static String write(Document document) throws TransformerException {
    TransformerFactory factory = TransformerFactory.newInstance();
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
    StringWriter text = new StringWriter();
    factory.newTransformer().transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }
}
